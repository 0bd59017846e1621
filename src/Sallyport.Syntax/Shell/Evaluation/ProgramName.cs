namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>The name by which a program is known, from the word that calls it.</summary>
internal static class ProgramName
{
    /// <summary>The last part of the path, lower case, without <c>.exe</c>; empty when it is not known.</summary>
    public static string Of(Value word)
    {
        // `$JAVA_HOME/bin/java` says what it is whatever the variable holds; `$SHELL` is a shell.
        if (word.Pieces is [{ Kind: PieceKind.Variable } variable])
        {
            return variable.Text is "SHELL" or "BASH" ? "sh" : "";
        }

        if (word.Pieces.Count == 0)
        {
            return "";
        }

        var last = word.Pieces[^1];
        var slash = last.Text.AsSpan().LastIndexOfAny('/', '\\');
        if (last.Kind != PieceKind.Literal || (word.Pieces.Count > 1 && slash < 0))
        {
            return "";
        }

        var name = last.Text[(slash + 1)..].ToLowerInvariant();
        foreach (var extension in (ReadOnlySpan<string>)[".exe", ".cmd", ".bat"])
        {
            if (name.Length > extension.Length && name.EndsWith(extension, StringComparison.Ordinal))
            {
                return name[..^extension.Length];
            }
        }

        return name;
    }
}
