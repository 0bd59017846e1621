namespace Sallyport.Syntax.Shell.Code;

/// <summary>What a <see cref="CodeToken"/> is.</summary>
internal enum CodeTokenKind
{
    End,
    Name,
    Number,
    Text,
    Command,
    Symbol,
}
