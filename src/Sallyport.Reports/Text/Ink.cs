namespace Sallyport.Reports.Text;

/// <summary>What a piece of text is, which decides its colour.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Error,
    Warning,
    Note,
    Good,
    Gutter,
}
