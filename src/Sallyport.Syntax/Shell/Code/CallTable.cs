namespace Sallyport.Syntax.Shell.Code;

/// <summary>What calls in other languages do, as <c>calls.txt</c> says it.</summary>
internal static class CallTable
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(Read);

    /// <summary>The effect of calling <paramref name="name"/>, a dotted name; null when nothing is known of it.</summary>
    public static string? Find(string language, string name)
    {
        var rest = name.Replace("::", ".", StringComparison.Ordinal).Replace("->", ".", StringComparison.Ordinal);
        if (Table.Value.TryGetValue($"{language}:{rest}", out var own))
        {
            return own;
        }

        var method = false;
        while (true)
        {
            if (Table.Value.TryGetValue(rest, out var effect) && !(method && rest.IndexOf('.', StringComparison.Ordinal) < 0 && Plain(rest)))
            {
                return effect;
            }

            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return method ? Table.Value.GetValueOrDefault("." + rest) : null;
            }

            rest = rest[(dot + 1)..];
            method = true;
        }
    }

    // `regex.exec(…)` is no `exec(…)`: a plain word fits only where nothing stands before it.
    private static bool Plain(string name) => name is "open" or "fetch" or "system" or "popen" or "fork" or "compile" or "spawn" or "got" or "axios" or "getenv" or "chr" or "str" or "bytes" or "unquote" or "trash" or "join" or "require" or "unescape" or "rimraf";

    private static Dictionary<string, string> Read()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = typeof(CallTable).Assembly.GetManifestResourceStream("calls.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var bar = line.LastIndexOf('|');
            foreach (var name in line[..bar].Split(','))
            {
                table.TryAdd(name.Trim().Replace("::", ".", StringComparison.Ordinal), line[(bar + 1)..].Trim());
            }
        }

        return table;
    }
}
