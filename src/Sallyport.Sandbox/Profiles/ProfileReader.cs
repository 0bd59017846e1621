using System.Globalization;
using Sallyport.Core;

namespace Sallyport.Sandbox;

/// <summary>Reads a profile: a line is <c>key: words</c>; keys that list things may stand often and add to what the extended profile lists.</summary>
internal static class ProfileReader
{
    private static readonly string[] Keys =
    [
        "summary", "extends", "network", "unix-sockets", "memory", "processes", "open-files", "file-size", "disk", "scratch", "time",
        "environment", "set", "read", "protect", "protect-existing", "unprotect", "allow", "image",
    ];

    public static SandboxProfile Read(string name, string text, Func<string, SandboxProfile> extended)
    {
        var profile = new SandboxProfile(name);
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw Wrong(name, number, $"`{line}` is no setting", "write `key: value`");
            }

            profile = Apply(profile, line[..colon].TrimEnd(), line[(colon + 1)..].Trim(), extended, (cause, hint) => Wrong(name, number, cause, hint));
        }

        return profile;
    }

    /// <summary>Reads <c>512</c>, <c>64K</c>, <c>256M</c>, <c>4G</c>; null for anything else.</summary>
    internal static long? Size(string text)
    {
        var shift = text.Length == 0 ? 0 : text[^1] switch { 'K' or 'k' => 10, 'M' or 'm' => 20, 'G' or 'g' => 30, 'T' or 't' => 40, _ => 0 };
        return long.TryParse(shift > 0 ? text.AsSpan(0, text.Length - 1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number < 1L << 22 << (40 - shift)
            ? number << shift
            : null;
    }

    /// <summary>Reads <c>90s</c>, <c>10m</c>, <c>2h</c>; null for anything else.</summary>
    internal static TimeSpan? Duration(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? TimeSpan.FromSeconds(number * unit)
            : null;
    }

    private static SandboxProfile Apply(SandboxProfile profile, string key, string value, Func<string, SandboxProfile> extended, Func<string, string, UserException> wrong)
    {
        long Bytes() => Size(value) ?? throw wrong($"`{value}` is no size", "write a number with K, M or G, such as `4G`");
        long Number() => Size(value) ?? throw wrong($"`{value}` is no number", "write a whole number above 0");
        bool Choice(string yes, string no) => value == yes || (value == no ? false : throw wrong($"`{value}` is no value of `{key}`", $"write `{yes}` or `{no}`"));
        return key switch
        {
            "summary" => profile with { Summary = value },
            "extends" => extended(value) with { Name = profile.Name, Summary = profile.Summary },
            "network" => profile with { Egress = Choice("egress", "none") },
            "unix-sockets" => profile with { UnixSockets = Choice("yes", "no") },
            "memory" => profile with { Memory = Bytes() },
            "processes" => profile with { Processes = Number() },
            "open-files" => profile with { OpenFiles = Number() },
            "file-size" => profile with { FileSize = Bytes() },
            "disk" => profile with { Disk = Bytes() },
            "scratch" => profile with { Scratch = Bytes() },
            "time" => profile with { Time = Duration(value) ?? throw wrong($"`{value}` is no time", "write a number with s, m or h, such as `10m`") },
            "environment" => profile with { Environment = Join(profile.Environment, value) },
            "set" => profile with { Set = Join(profile.Set, value) },
            "read" => profile with { Read = Join(profile.Read, value) },
            "protect" => profile with { Protect = Join(profile.Protect, value) },
            "protect-existing" => profile with { ProtectExisting = Join(profile.ProtectExisting, value) },
            "unprotect" => profile with { Protect = Without(profile.Protect, value), ProtectExisting = Without(profile.ProtectExisting, value) },
            "image" => profile with { Image = value },
            "allow" => profile with { Allow = [.. profile.Allow, value] },
            _ => throw wrong($"unknown setting `{key}`", $"the settings are {string.Join(", ", Keys)}"),
        };
    }

    private static string[] Join(IReadOnlyList<string> before, string words) => [.. before, .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string[] Without(IReadOnlyList<string> before, string words)
    {
        var left = new List<string>(before);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            left.RemoveAll(path => path.TrimEnd('/') == word.TrimEnd('/'));
        }

        return [.. left];
    }

    private static UserException Wrong(string name, int line, string cause, string hint) => new($"profile `{name}`, line {line}: {cause}", hint);
}
