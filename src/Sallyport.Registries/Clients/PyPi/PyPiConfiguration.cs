namespace Sallyport.Registries.Clients.PyPi;

/// <summary>Which indexes pip and uv would ask: the environment, pip's and uv's files, and pip itself.</summary>
internal sealed class PyPiConfiguration(ClientSurroundings surroundings)
{
    private IReadOnlyList<RegistryEndpoint>? _endpoints;

    public IReadOnlyList<RegistryEndpoint> Endpoints => _endpoints ??= Read();

    private List<RegistryEndpoint> Read()
    {
        var found = new List<RegistryEndpoint>();
        var main = surroundings.Environment("PIP_INDEX_URL") ?? surroundings.Environment("UV_DEFAULT_INDEX") ?? surroundings.Environment("UV_INDEX_URL");
        var extra = surroundings.Environment("PIP_EXTRA_INDEX_URL") ?? surroundings.Environment("UV_EXTRA_INDEX_URL") ?? surroundings.Environment("UV_INDEX");
        var from = main is null ? "" : "the environment";
        foreach (var file in Files())
        {
            foreach (var (key, value) in Settings(file))
            {
                (main, from) = key == "index-url" && main is null ? (value, file) : (main, from);
                extra = key == "extra-index-url" ? extra ?? value : extra;
            }
        }

        if (main is null && surroundings.Ask("pip", ["install", "--help"]) is { } help)
        {
            // pip says its own default in its help: (default https://…)
            var words = help.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Array.FindIndex(words, w => w.StartsWith("http", StringComparison.Ordinal) && w.Contains("/simple", StringComparison.Ordinal));
            (main, from) = at < 0 ? (null, "") : (words[at].TrimEnd(')', '.', ','), "pip install --help");
        }

        foreach (var address in $"{main} {extra}".Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ClientSurroundings.Endpoint(address.Contains("=http", StringComparison.Ordinal) ? address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..] : address, from) is { } endpoint)
            {
                found.Add(endpoint);
            }
        }

        return found;
    }

    private IEnumerable<string> Files()
    {
        if (surroundings.Environment("PIP_CONFIG_FILE") is { } named)
        {
            yield return named;
        }

        if (surroundings.Environment("VIRTUAL_ENV") is { } environment)
        {
            yield return Path.Combine(environment, "pip.conf");
        }

        yield return Path.Combine(surroundings.Environment("XDG_CONFIG_HOME") ?? Path.Combine(surroundings.Home, ".config"), "pip", "pip.conf");
        yield return Path.Combine(surroundings.Home, ".pip", "pip.conf");
        yield return "/etc/pip.conf";
    }

    private IEnumerable<(string Key, string Value)> Settings(string file)
    {
        var section = "";
        var pending = ("", "");
        foreach (var line in (surroundings.ReadText(file) ?? "").Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith('['))
            {
                section = trimmed.Trim('[', ']').ToLowerInvariant();
            }
            else if (line.Length > 0 && line[0] is ' ' or '\t' && trimmed.Length > 0 && pending.Item1.Length > 0)
            {
                pending.Item2 += " " + trimmed;
            }
            else if (trimmed.Length > 0 && trimmed[0] is not ('#' or ';') && trimmed.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && section is "global" or "install" or "download")
            {
                if (pending.Item1.Length > 0)
                {
                    yield return pending;
                }

                pending = (trimmed[..equals].Trim().Replace('_', '-'), trimmed[(equals + 1)..].Trim());
            }
        }

        if (pending.Item1.Length > 0)
        {
            yield return pending;
        }
    }
}
