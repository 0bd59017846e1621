using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Clients.NuGet;

/// <summary>Which feeds NuGet would ask: <c>nuget.config</c> from the folder upwards and the user's own, with mappings and credentials, and <c>dotnet</c> itself.</summary>
internal sealed class NuGetConfiguration(ClientSurroundings surroundings)
{
    private readonly List<(string Key, RegistryEndpoint Endpoint)> _feeds = [];
    private readonly List<(string Key, string Pattern)> _mappings = [];
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];
    private bool _read;

    public IReadOnlyList<RegistryEndpoint> For(string name)
    {
        if (!_read)
        {
            Read();
            _read = true;
        }

        if (_mappings.Count == 0)
        {
            return [.. _feeds.Select(f => f.Endpoint)];
        }

        // The longest pattern that fits decides.
        var fitting = _mappings.Where(m => m.Pattern.EndsWith('*') ? name.StartsWith(m.Pattern[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(name, m.Pattern, StringComparison.OrdinalIgnoreCase)).ToArray();
        var longest = fitting.Length == 0 ? -1 : fitting.Max(m => m.Pattern.Length);
        return [.. _feeds.Where(f => fitting.Any(m => m.Pattern.Length == longest && m.Key == f.Key)).Select(f => f.Endpoint)];
    }

    private void Read()
    {
        var files = surroundings.Above().SelectMany(f => Names.Select(n => Path.Combine(f, n)))
            .Append(Path.Combine(surroundings.Home, ".nuget", "NuGet", "NuGet.Config"));
        foreach (var file in files)
        {
            if (surroundings.ReadText(file) is { } text && File(file, text))
            {
                return;
            }
        }

        if (_feeds.Count == 0)
        {
            foreach (var line in (surroundings.Ask("dotnet", ["nuget", "list", "source", "--format", "short"]) ?? "").Split('\n'))
            {
                if (line.StartsWith("E ", StringComparison.Ordinal) && ClientSurroundings.Endpoint(line[2..].Trim(), "dotnet nuget list source") is { } endpoint)
                {
                    _feeds.Add((line, endpoint));
                }
            }
        }
    }

    // Whether the file says that those further away do not count.
    private bool File(string file, string text)
    {
        TreeNode? root;
        try
        {
            root = XmlTree.Read(System.Text.Encoding.UTF8.GetBytes(text))["configuration"];
        }
        catch (FormatException)
        {
            return false;
        }

        var cleared = false;
        foreach (var source in root?.In("packageSources") ?? [])
        {
            if (source.Key == "clear")
            {
                cleared = true;
                continue;
            }

            var key = source.TextOf("@key") ?? "";
            if (ClientSurroundings.Endpoint(source.TextOf("@value"), file, Credentials(root!, key)) is { } endpoint && !_feeds.Exists(f => f.Key == key))
            {
                _feeds.Add((key, endpoint));
            }
        }

        foreach (var source in root?.In("packageSourceMapping") ?? [])
        {
            foreach (var package in source.Children)
            {
                if (package.TextOf("@pattern") is { } pattern)
                {
                    _mappings.Add((source.TextOf("@key") ?? "", pattern));
                }
            }
        }

        return cleared;
    }

    private string? Credentials(TreeNode root, string key)
    {
        foreach (var source in root.In("packageSourceCredentials"))
        {
            if (source.Key.Replace("_x0020_", " ", StringComparison.Ordinal) == key)
            {
                var values = source.Children.ToDictionary(c => c.TextOf("@key") ?? "", c => c.TextOf("@value") ?? "", StringComparer.OrdinalIgnoreCase);
                return values.TryGetValue("Username", out var user) && values.TryGetValue("ClearTextPassword", out var password) ? ClientSurroundings.Basic($"{Expand(user)}:{Expand(password)}") : null;
            }
        }

        return null;
    }

    private string Expand(string text) => text.StartsWith('%') && text.EndsWith('%') && text.Length > 2 ? surroundings.Environment(text[1..^1]) ?? "" : text;
}
