namespace Sallyport.Syntax.Shell.Wrappers;

/// <summary>The languages whose one-liners are looked into.</summary>
internal static class InlineLanguages
{
    /// <summary>The language of an interpreter line (<c>#!…</c>); null for a shell and for what is not known.</summary>
    public static string? OfInterpreter(string line)
    {
        foreach (var (word, language) in (ReadOnlySpan<(string, string)>)[("python", "python"), ("node", "javascript"), ("deno", "javascript"), ("bun", "javascript"), ("perl", "perl"), ("ruby", "ruby"), ("php", "php"), ("lua", "lua"), ("awk", "awk"), ("expect", "tcl"), ("tclsh", "tcl")])
        {
            if (line.Contains(word, StringComparison.Ordinal))
            {
                return language;
            }
        }

        return null;
    }
}
