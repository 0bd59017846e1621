namespace Sallyport.Reports;

/// <summary>Takes sentences out of a rule page's help.</summary>
internal static class RuleText
{
    public const string What = "## What it finds";
    public const string Why = "## Why it matters";
    public const string Fix = "## How to fix";

    /// <summary>The first sentence under a heading, without its full stop; null when the page has none.</summary>
    public static string? FirstSentence(string help, string heading)
    {
        var body = Body(help, heading);
        if (body.Length == 0)
        {
            return null;
        }

        var paragraph = body.IndexOf("\n\n", StringComparison.Ordinal);
        var text = (paragraph < 0 ? body : body[..paragraph]).ToString().Replace('\n', ' ');
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] == '.' && text[i + 1] == ' ' && !char.IsAsciiLetterLower(text[i + 2]) && !EndsInAbbreviation(text, i))
            {
                return text[..i];
            }
        }

        return text.EndsWith('.') ? text[..^1] : text;
    }

    private static ReadOnlySpan<char> Body(string help, string heading)
    {
        var at = help.IndexOf(heading, StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        var rest = help.AsSpan(at + heading.Length);
        var next = rest.IndexOf("\n## ", StringComparison.Ordinal);
        return (next < 0 ? rest : rest[..next]).Trim();
    }

    // "e.g. AWS": a full stop behind a single letter does not end a sentence.
    private static bool EndsInAbbreviation(string text, int stop) => stop >= 2 && text[stop - 2] is '.' or ' ' or '(' && char.IsAsciiLetter(text[stop - 1]);
}
