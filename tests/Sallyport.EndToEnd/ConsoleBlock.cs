using System.Text;

namespace Sallyport.EndToEnd;

/// <summary>A fenced <c>console</c> block of a document: commands behind <c>$ </c> (continued behind <c>&gt; </c>), each with what it prints.</summary>
/// <param name="Line">1-based line of the command in the document.</param>
/// <param name="Command">What is typed.</param>
/// <param name="Output">What the document says it prints.</param>
internal sealed record ConsoleBlock(int Line, string Command, IReadOnlyList<string> Output)
{
    /// <summary>The commands of a document, in order. A block of another kind is not for running.</summary>
    public static IReadOnlyList<ConsoleBlock> Read(string text, out IReadOnlyList<string> otherKinds)
    {
        var found = new List<ConsoleBlock>();
        var others = new List<string>();
        string? kind = null;
        var command = new StringBuilder();
        var (line, at) = (0, 0);
        List<string> output = [];
        void End()
        {
            if (command.Length > 0)
            {
                found.Add(new ConsoleBlock(at, command.ToString(), output));
            }

            command.Clear();
            output = [];
        }

        foreach (var row in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            if (row.StartsWith("```", StringComparison.Ordinal))
            {
                End();
                kind = kind is null ? row[3..].Trim() : null;
                if (kind is not null and not "console")
                {
                    others.Add(kind);
                }
            }
            else if (kind == "console" && row.StartsWith("$ ", StringComparison.Ordinal))
            {
                End();
                (at, _) = (line, command.Append(row, 2, row.Length - 2));
            }
            else if (kind == "console" && command.Length > 0 && output.Count == 0 && row is ">" or ['>', ' ', ..])
            {
                command.Append('\n').Append(row.AsSpan(Math.Min(2, row.Length)));
            }
            else if (kind == "console")
            {
                output.Add(row);
            }
        }

        otherKinds = others;
        return found;
    }

    /// <summary>Null when what was printed is what the document says; else how they differ. <c>…</c> stands for any part of a line, a line of nothing else for any lines.</summary>
    public string? Difference(string printed)
    {
        var lines = printed.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd()).ToArray();
        if (lines is [""])
        {
            lines = [];
        }

        return Same(Output.Select(l => l.TrimEnd()).ToArray(), lines) ? null
            : $"line {Line}: $ {Command}\n-- the document says:\n{string.Join('\n', Output)}\n-- it prints:\n{string.Join('\n', lines)}\n";
    }

    private static bool Same(ReadOnlySpan<string> told, ReadOnlySpan<string> printed)
    {
        if (told.IsEmpty)
        {
            return printed.IsEmpty;
        }

        if (told[0] != "…")
        {
            return !printed.IsEmpty && SameLine(told[0], printed[0]) && Same(told[1..], printed[1..]);
        }

        for (var skip = 0; skip <= printed.Length; skip++)
        {
            if (Same(told[1..], printed[skip..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameLine(string told, string printed)
    {
        var parts = told.Split('…');
        if (parts.Length == 1)
        {
            return told == printed;
        }

        if (!printed.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var next = printed.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + part.Length;
        }

        return printed.Length - at >= parts[^1].Length && printed.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
