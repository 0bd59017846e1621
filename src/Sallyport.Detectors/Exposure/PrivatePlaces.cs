using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Exposure;

/// <summary>Finds what a text says of the inside of a network and of a machine: private addresses, internal hosts, home folders. Runs only where preview rules do.</summary>
internal sealed class PrivatePlaces
{
    private static readonly string[] Endings = [".internal", ".intranet", ".corp", ".lan", ".local", ".home.arpa", ".private"];
    private readonly Rule? _address;
    private readonly Rule? _host;
    private readonly Rule? _home;

    private PrivatePlaces(Rule? address, Rule? host, Rule? home) => (_address, _host, _home) = (address, host, home);

    public static PrivatePlaces? For(IReadOnlyList<Rule> rules)
    {
        Rule? address = null, host = null, home = null;
        foreach (var rule in rules)
        {
            (address, host, home) = rule.Id switch
            {
                "exposure/private-address" => (rule, host, home),
                "exposure/internal-host" => (address, rule, home),
                "exposure/home-path" => (address, host, rule),
                _ => (address, host, home),
            };
        }

        return address is null && host is null && home is null ? null : new PrivatePlaces(address, host, home);
    }

    public void Find(Artifact artifact, IDetectionSink sink)
    {
        var text = artifact.Bytes.Span;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWord(text[at]) && text[at] is not (byte)'/')
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (IsWord(text[end]) || text[end] == '/'))
            {
                end++;
            }

            Look(text, at, end, sink);
            at = end;
        }
    }

    private static bool IsWord(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'-' or (byte)'_';

    // One run of letters, digits, points, dashes and slashes: a path, or parts that slashes divide.
    private void Look(ReadOnlySpan<byte> text, int start, int end, IDetectionSink sink)
    {
        if (_home is not null && HomeLength(text[start..end]) is var home and > 0)
        {
            Report(_home, sink, start, home);
        }

        for (var at = start; at < end;)
        {
            var slash = text[at..end].IndexOf((byte)'/');
            var part = text[at..(slash < 0 ? end : at + slash)].TrimEnd((byte)'.');
            if (_address is not null && IsPrivateAddress(part))
            {
                Report(_address, sink, at, part.Length);
            }
            else if (_host is not null && IsInternalHost(part, at > 0 && text[at - 1] == '@', start > 0 && text[start - 1] == ':' && at > start))
            {
                Report(_host, sink, at, part.Length);
            }

            at = slash < 0 ? end : at + slash + 1;
        }
    }

    private static int HomeLength(ReadOnlySpan<byte> run)
    {
        foreach (var root in (ReadOnlySpan<string>)["/home/", "/Users/"])
        {
            var at = run.IndexOf(System.Text.Encoding.ASCII.GetBytes(root));
            if (at == 0)
            {
                var rest = run[root.Length..];
                var name = rest.IndexOf((byte)'/');
                var user = name < 0 ? rest : rest[..name];
                return user.Length < 2 || user.SequenceEqual("user"u8) || user.SequenceEqual("runner"u8) || user.SequenceEqual("Shared"u8) || user.SequenceEqual("you"u8) || user.SequenceEqual("username"u8) ? 0 : root.Length + user.Length;
            }
        }

        return 0;
    }

    private static bool IsPrivateAddress(ReadOnlySpan<byte> part)
    {
        if (part.Length is < 8 or > 15 || part.Count((byte)'.') != 3 || !System.Net.IPAddress.TryParse(part, out var address))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[4];
        return address.TryWriteBytes(bytes, out var written) && written == 4
            && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 100 && bytes[1] is >= 64 and < 128))
            && !(bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0);
    }

    private static bool IsInternalHost(ReadOnlySpan<byte> part, bool behindAt, bool inAddress)
    {
        if (part.Length is < 6 or > 253 || !char.IsAsciiLetterOrDigit((char)part[0]) || part.Contains((byte)'_'))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (part.Length > ending.Length + 1 && EndsWith(part, ending))
            {
                // `settings.local` and `Foo.internal` are names of files and members as often as of hosts; a second point, an address or a digit makes a host of them.
                return behindAt || inAddress || part[..^ending.Length].Contains((byte)'.') || part[..^ending.Length].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
            }
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<byte> part, string ending)
    {
        for (var i = 0; i < ending.Length; i++)
        {
            if (part[part.Length - ending.Length + i] != ending[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Report(Rule rule, IDetectionSink sink, int at, int length) =>
        sink.Report(new Detected(rule.Id, rule.Title, rule.Severity, rule.Confidence, new TextSpan(at, length), []));
}
