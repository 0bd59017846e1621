namespace Sallyport.Syntax.Shell.Tree;

/// <summary>A word as it is written: parts that are expanded later.</summary>
internal sealed class Word(List<WordPart> parts, int start, int end)
{
    public static Word Empty { get; } = new([], 0, 0);

    public List<WordPart> Parts => parts;

    public int Start => start;

    public int End => end;

    /// <summary>Its text when nothing in it is quoted or expanded: what can be a reserved word; null otherwise.</summary>
    public string? Bare => parts is [LiteralPart { Quoted: false } only] ? only.Text : null;

    /// <summary>Its text when nothing in it is expanded, quotes removed; null otherwise.</summary>
    public string? Constant
    {
        get
        {
            if (parts is [LiteralPart only])
            {
                return only.Text;
            }

            var text = new System.Text.StringBuilder();
            foreach (var part in parts)
            {
                if (part is not LiteralPart literal)
                {
                    return null;
                }

                text.Append(literal.Text);
            }

            return text.ToString();
        }
    }

    /// <summary>Whether any of it is quoted.</summary>
    public bool HasQuotes => parts.Exists(p => p.Quoted);
}
