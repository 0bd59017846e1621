using System.Globalization;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress;

/// <summary>What may be reached at a host: <c>HOST[:PORT] [METHODS] [/PATH*] [tunnel] [private] [budget=SIZE]</c>.</summary>
/// <param name="Host">The host; <c>*.</c> at its start stands for any name below it.</param>
/// <param name="Port">The port.</param>
public sealed record EgressRule(string Host, int Port)
{
    /// <summary>The methods; empty for all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The path, or with <c>*</c> at its end what it begins with.</summary>
    public string Path { get; init; } = "/*";

    /// <summary>Whether bytes pass unread once the name in the TLS greeting and the certificate are right.</summary>
    public bool Tunnel { get; init; }

    /// <summary>Whether the host may have an address that is not on the open internet.</summary>
    public bool Private { get; init; }

    /// <summary>How many bytes may pass in both directions together; null for any.</summary>
    public long? Budget { get; init; }

    /// <summary>Reads a rule.</summary>
    public static EgressRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wild = words is [['*', '.', ..], ..];
        if (words.Length == 0 || HostName.Authority(wild ? words[0][2..] : words[0], 443) is not { } at)
        {
            throw new UserException($"`{text}` names no host", "write `HOST`, `HOST:PORT` or `*.HOST`, then methods, a path, `tunnel`, `private` or `budget=10M`");
        }

        var rule = new EgressRule(wild ? "*." + at.Host : at.Host, at.Port);
        foreach (var word in words.AsSpan(1))
        {
            rule = word switch
            {
                "tunnel" => rule with { Tunnel = true },
                "private" => rule with { Private = true },
                ['/', ..] => rule with { Path = word },
                _ when word.StartsWith("budget=", StringComparison.Ordinal) => rule with { Budget = Size(word[7..]) ?? throw new UserException($"`{word}` is no budget", "write a number with K, M or G: `budget=10M`") },
                _ when !word.AsSpan().ContainsAnyExcept(Upper) => rule with { Methods = word.Split(',', StringSplitOptions.RemoveEmptyEntries) },
                _ => throw new UserException($"`{word}` is nothing that a rule of the egress proxy says", "write methods in capitals, a path from `/` on, `tunnel`, `private` or `budget=10M`"),
            };
        }

        return rule.Tunnel && (rule.Methods.Count > 0 || rule.Path != "/*")
            ? throw new UserException($"`{text}`: in a tunnel nobody sees methods and paths", "leave out `tunnel`, or the methods and the path")
            : rule;
    }

    /// <summary>Whether the rule is about a host and port.</summary>
    public bool Covers(string host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        return port == Port && (Host.StartsWith("*.", StringComparison.Ordinal) ? host.Length > Host.Length - 1 && host.EndsWith(Host[1..], StringComparison.Ordinal) : host == Host);
    }

    /// <summary>Whether the rule lets a request pass.</summary>
    public bool Allows(string method, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Methods.Count > 0 && !Methods.Contains(method))
        {
            return false;
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        var place = query < 0 ? path : path[..query];
        return Path == "/*" || (Plain(place) && (Path[^1] == '*' ? place.StartsWith(Path[..^1], StringComparison.Ordinal) : place == Path));
    }

    private static readonly System.Buffers.SearchValues<char> Upper = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ,");

    /// <summary>Whether a path means the same to every reader: nothing that a server may decode into `..` or a slash.</summary>
    private static bool Plain(string path) =>
        !path.Contains("/.", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(';', StringComparison.Ordinal)
        && !path.Contains("%2e", StringComparison.OrdinalIgnoreCase) && !path.Contains("%2f", StringComparison.OrdinalIgnoreCase) && !path.Contains("%5c", StringComparison.OrdinalIgnoreCase) && !path.Contains("%25", StringComparison.OrdinalIgnoreCase);

    private static long? Size(string text)
    {
        var shift = text.Length == 0 ? 0 : text[^1] switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        return long.TryParse(shift > 0 ? text.AsSpan(0, text.Length - 1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1L << 30 ? number << shift : null;
    }
}
