namespace Sallyport.Detectors.Injection.Language;

/// <summary>How many words were written so that a person reads them and a filter does not.</summary>
/// <param name="Split">With invisible characters inside.</param>
/// <param name="Mixed">With letters of another script that look alike.</param>
/// <param name="Spaced">Letter by letter.</param>
/// <param name="Styled">In letters that are signs of mathematics or enclosed.</param>
internal readonly record struct Disguises(int Split, int Mixed, int Spaced, int Styled)
{
    public int Sum => Split + Mixed + Spaced + Styled;

    public static Disguises operator +(Disguises a, Disguises b) => new(a.Split + b.Split, a.Mixed + b.Mixed, a.Spaced + b.Spaced, a.Styled + b.Styled);
}
