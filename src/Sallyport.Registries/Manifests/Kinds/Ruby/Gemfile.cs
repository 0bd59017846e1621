namespace Sallyport.Registries.Manifests.Kinds.Ruby;

/// <summary>The manifest of Bundler, and <c>*.gemspec</c>: literal names only.</summary>
internal sealed class Gemfile : ManifestKind
{
    public override string Name => "Gemfile";

    public override Ecosystem Ecosystem => Ecosystem.RubyGems;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var sources = 0;
        while (lines.Next())
        {
            var line = lines.Text.TrimStart();
            if (Quoted(line, "source") is { } source && !line.Contains(" do", StringComparison.Ordinal))
            {
                into.AddSource(source, lines.Place(source), extra: sources++ > 0);
            }

            var receiver = line.IndexOf(".add_", StringComparison.Ordinal);
            var call = receiver > 0 ? line[(receiver + 1)..] : line;
            var name = Quoted(call, "gem") ?? Quoted(call, "add_dependency") ?? Quoted(call, "add_runtime_dependency") ?? Quoted(call, "add_development_dependency");
            if (name is null)
            {
                continue;
            }

            var address = Option(call, "git") ?? Option(call, "github") ?? Option(call, "gitlab") ?? Option(call, "bitbucket");
            into.Add(new PackageReference(Ecosystem.RubyGems, name, Version(call, name), lines.Place(name))
            {
                Resolved = address,
                Origin = address is not null ? PackageOrigin.Git : Option(call, "path") is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                Development = call.StartsWith("add_development", StringComparison.Ordinal),
            });
        }
    }

    // `word "value"` or `word("value")`.
    private static string? Quoted(string line, string word)
    {
        if (!line.StartsWith(word, StringComparison.Ordinal) || line.Length <= word.Length || line[word.Length] is not (' ' or '('))
        {
            return null;
        }

        var rest = line[word.Length..].TrimStart(' ', '(');
        return rest.Length > 1 && rest[0] is '"' or '\'' && rest.IndexOf(rest[0], 1) is > 1 and var end && !rest[..end].Contains("#{", StringComparison.Ordinal) ? rest[1..end] : null;
    }

    private static string? Version(string call, string name)
    {
        var parts = call.Split(',');
        var second = parts.Length > 1 ? parts[1].Trim(' ', ')', '"', '\'') : "";
        return second.Length > 0 && (char.IsAsciiDigit(second[0]) || second[0] is '~' or '>' or '=' or '<') && !second.Contains(name, StringComparison.Ordinal) ? second : null;
    }

    private static string? Option(string call, string key)
    {
        var at = call.IndexOf(key + ":", StringComparison.Ordinal);
        at = at < 0 ? call.IndexOf(":" + key + " =>", StringComparison.Ordinal) : at;
        if (at < 0)
        {
            return null;
        }

        var open = call.AsSpan(at).IndexOfAny('"', '\'');
        var start = at + open + 1;
        return open < 0 || call.IndexOf(call[start - 1], start) is not (>= 0 and var end) ? null : call[start..end];
    }
}
