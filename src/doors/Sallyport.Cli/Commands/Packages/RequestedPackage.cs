using Sallyport.Registries;
using Sallyport.Registries.Naming;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>Which package a path of a registry is about; an empty name for other paths.</summary>
internal readonly record struct RequestedPackage(string Name, string? Version, bool IsArchive)
{
    public static RequestedPackage Of(Ecosystem ecosystem, string path)
    {
        var plain = Uri.UnescapeDataString(path.Split('?', '#')[0]).Trim('/');
        var parts = plain.Split('/');
        return ecosystem switch
        {
            Ecosystem.Npm => Npm(plain),
            Ecosystem.PyPi => PyPi(parts),
            Ecosystem.NuGet => NuGet(parts),
            Ecosystem.Crates => Crates(parts),
            Ecosystem.RubyGems => Gem(parts),
            Ecosystem.Go => Go(plain),
            Ecosystem.Maven => Maven(parts),
            _ => new("", null, false),
        };
    }

    // NAME, @scope/NAME, NAME/VERSION, NAME/-/NAME-VERSION.tgz; an archive elsewhere ends the same way.
    private static RequestedPackage Npm(string path)
    {
        if (path.StartsWith("-/", StringComparison.Ordinal))
        {
            return new("", null, false);
        }

        var dash = path.IndexOf("/-/", StringComparison.Ordinal);
        if (dash > 0)
        {
            var before = path[..dash].Split('/');
            var name = before.Length > 1 && before[^2].StartsWith('@') ? $"{before[^2]}/{before[^1]}" : before[^1];
            var file = path[(dash + 3)..];
            var bare = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            return new(name, file.StartsWith(bare + "-", StringComparison.Ordinal) && file.EndsWith(".tgz", StringComparison.Ordinal) ? file[(bare.Length + 1)..^4] : null, true);
        }

        var parts = path.Split('/');
        return parts[0].StartsWith('@') && parts.Length > 1 ? new($"{parts[0]}/{parts[1]}", null, false) : new(parts[0], null, false);
    }

    private static RequestedPackage PyPi(string[] parts)
    {
        var file = parts[^1].EndsWith(".metadata", StringComparison.Ordinal) ? parts[^1][..^9] : parts[^1];
        if (file.EndsWith(".whl", StringComparison.Ordinal) && file.Split('-') is [var wheel, var version, _, ..])
        {
            return new(PackageName.Normalize(Ecosystem.PyPi, wheel), version, true);
        }

        foreach (var ending in (string[])[".tar.gz", ".zip", ".tar.bz2", ".egg"])
        {
            if (file.EndsWith(ending, StringComparison.Ordinal) && file.LastIndexOf('-') is > 0 and var dash)
            {
                return new(PackageName.Normalize(Ecosystem.PyPi, file[..dash]), file[(dash + 1)..^ending.Length], true);
            }
        }

        return new(parts[^1], null, false);
    }

    private static RequestedPackage NuGet(string[] parts) =>
        parts[^1].EndsWith(".nupkg", StringComparison.Ordinal) && parts.Length >= 3 ? new(parts[^3], parts[^2], true)
        : parts.Length >= 2 && parts[^1] == "index.json" && parts[^2] is not ("v3" or "query") ? new(parts[^2], null, false) : new("", null, false);

    private static RequestedPackage Crates(string[] parts) =>
        parts[^1] == "download" && parts.Length >= 3 ? new(parts[^3], parts[^2], true)
        : parts[^1].EndsWith(".crate", StringComparison.Ordinal) && parts[^1].LastIndexOf('-') is > 0 and var dash ? new(parts[^1][..dash], parts[^1][(dash + 1)..^6], true)
        : parts[^1] == "config.json" ? new("", null, false) : new(parts[^1], null, false);

    private static RequestedPackage Gem(string[] parts) =>
        parts[^1].EndsWith(".gem", StringComparison.Ordinal) && parts[^1].LastIndexOf('-') is > 0 and var dash ? new(parts[^1][..dash], parts[^1][(dash + 1)..^4], true)
        : parts[^1].EndsWith(".gemspec.rz", StringComparison.Ordinal) && parts[^1].LastIndexOf('-') is > 0 and var cut ? new(parts[^1][..cut], parts[^1][(cut + 1)..^11], true)
        : parts.Length >= 2 && parts[^2] == "info" ? new(parts[^1], null, false) : new("", null, false);

    private static RequestedPackage Go(string path)
    {
        var at = path.IndexOf("/@v/", StringComparison.Ordinal);
        var end = at > 0 ? at : path.IndexOf("/@latest", StringComparison.Ordinal);
        if (end <= 0)
        {
            return new("", null, false);
        }

        var name = new System.Text.StringBuilder();
        for (var i = 0; i < end; i++)
        {
            name.Append(path[i] == '!' && i + 1 < end ? char.ToUpperInvariant(path[++i]) : path[i]);
        }

        var file = at > 0 ? path[(at + 4)..] : "";
        return new(name.ToString(), file is "list" or "" ? null : file[..Math.Max(0, file.LastIndexOf('.'))], file.Length > 0 && file != "list");
    }

    private static RequestedPackage Maven(string[] parts) =>
        parts.Length >= 4 && !parts[^1].StartsWith("maven-metadata", StringComparison.Ordinal) ? new($"{string.Join('.', parts[..^3])}:{parts[^3]}", parts[^2], true)
        : parts.Length >= 3 ? new($"{string.Join('.', parts[..^2])}:{parts[^2]}", null, false) : new("", null, false);
}
