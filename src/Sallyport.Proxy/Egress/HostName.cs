using System.Net;

namespace Sallyport.Proxy.Egress;

/// <summary>A host as rules name it: one spelling, so that nothing passes under another.</summary>
public static class HostName
{
    private const int Longest = 253;
    private const int LongestLabel = 63;

    /// <summary>The one spelling of a host: a name in lower case, or an address as the system writes it; null for anything that could be read in two ways.</summary>
    public static string? Canonical(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var host = text.EndsWith('.') ? text[..^1] : text;
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            // Brackets are for IPv6 alone; a zone names an interface of this machine.
            return !host.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(host[1..^1], out var six) && six.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
                ? (six.IsIPv4MappedToIPv6 ? six.MapToIPv4().ToString() : six.ToString())
                : null;
        }

        if (host.Length is 0 or > Longest)
        {
            return null;
        }

        var labels = host.Split('.');
        var last = labels[^1];
        foreach (var label in labels)
        {
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-' || label.AsSpan().ContainsAnyExcept(Allowed))
            {
                return null;
            }
        }

        // What ends in a number is an address to some reader: decimal, octal, hexadecimal, shortened. Only the four plain numbers are one here.
        if (char.IsAsciiDigit(last[0]) && (last.AsSpan().TrimStart("0123456789").IsEmpty || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase)))
        {
            return labels.Length == 4 && IPAddress.TryParse(host, out var four) && four.ToString() == host ? host : null;
        }

        return host.ToLowerInvariant();
    }

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>Splits <c>host:port</c>; null for what is no such pair.</summary>
    public static (string Host, int Port)? Authority(string text, int? standard = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[^1] != ']' || text.IndexOf(']', StringComparison.Ordinal) < colon);
        var name = hasPort ? text[..colon] : text;
        var port = standard ?? -1;
        if (hasPort && !(int.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536))
        {
            return null;
        }

        return port > 0 && Canonical(name) is { } host ? (host, port) : null;
    }
}
