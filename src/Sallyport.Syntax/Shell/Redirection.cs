namespace Sallyport.Syntax.Shell;

/// <summary>A redirection of one command.</summary>
/// <param name="Descriptor">Which descriptor; 0 for input, 1 for output where none was written.</param>
/// <param name="Operator">As it was written: <c>&lt;</c>, <c>&gt;</c>, <c>&gt;&gt;</c>, <c>&amp;&gt;</c> …</param>
/// <param name="Target">The file, or the text of a here-document.</param>
public sealed record Redirection(int Descriptor, string Operator, Value Target)
{
    /// <summary>Whether it writes to a file.</summary>
    public bool Writes => Operator is ">" or ">>" or ">|" or "&>" or "&>>" or "<>" || (Operator == ">&" && !IsDescriptor);

    /// <summary>Whether it reads from a file.</summary>
    public bool Reads => Operator is "<" or "<>";

    /// <summary>Whether it keeps what the file held.</summary>
    public bool Appends => Operator is ">>" or "&>>";

    private bool IsDescriptor => Target.Text is { Length: > 0 } text && (text == "-" || text.TrimEnd('-').All(char.IsAsciiDigit));
}
