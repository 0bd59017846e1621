using System.Net;
using System.Net.Sockets;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads addresses of machines: IPv4 from a dotted number, IPv6 and hardware addresses from a colon.</summary>
internal static class NetworkReader
{
    /// <summary>Reads four numbers with dots between them, beginning at <paramref name="start"/>.</summary>
    public static bool TryReadDotted(ReadOnlySpan<byte> text, int start, in Asking asking, out PersonalValue value)
    {
        value = default;
        if (!asking.Includes(PersonalKind.Ip) || start > 0 && text[start - 1] is (byte)'.' or (byte)'-' or (byte)'_' || Edges.Joined(text, start))
        {
            return false;
        }

        Span<int> parts = stackalloc int[4];
        var end = Quad(text, start, parts);
        if (end == 0 || end < text.Length && (text[end] is (byte)'-' or (byte)'_' || text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit((char)text[end + 1])) || Edges.Goes(text, end) || !asking.Wants(PersonalKind.Ip) && IsVersion(text, start, end))
        {
            return false;
        }

        end = Prefix(text, end, 32);
        value = new PersonalValue(PersonalKind.Ip, TextSpan.Between(start, end), Grounds.Formed, Of(parts));
        return true;
    }

    /// <summary>Reads an IPv6 or hardware address around the colon at <paramref name="at"/>, its first one.</summary>
    public static bool TryReadColons(ReadOnlySpan<byte> text, int at, in Asking asking, out PersonalValue value)
    {
        var start = at;
        while (start > 0 && at - start < 4 && char.IsAsciiHexDigit((char)text[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < text.Length && end - start < 48 && (char.IsAsciiHexDigit((char)text[end]) || text[end] is (byte)':' or (byte)'.'))
        {
            end++;
        }

        while (end > at && text[end - 1] is (byte)'.' || end > at + 1 && text[end - 1] == ':' && text[end - 2] != ':')
        {
            end--;
        }

        value = default;
        var length = end - start;
        if (length < 2 || Edges.Joined(text, start) || Edges.Goes(text, end) || start > 0 && text[start - 1] is (byte)'.' or (byte)'_' or (byte)':' || end < text.Length && text[end] is (byte)'_')
        {
            return false;
        }

        return length == 17 && TryHardware(text, start, 17, asking, out value) || TrySix(text, start, end, asking, out value);
    }

    /// <summary>Reads a hardware address of <paramref name="length"/> bytes that begins at <paramref name="start"/>.</summary>
    public static bool TryHardware(ReadOnlySpan<byte> text, int start, int length, in Asking asking, out PersonalValue value)
    {
        value = default;
        var end = start + length;
        if (!asking.Includes(PersonalKind.Mac) || end > text.Length || Edges.Joined(text, start) || Edges.Goes(text, end)
            || start > 0 && text[start - 1] is (byte)':' or (byte)'-' or (byte)'.' && start > 1 && char.IsAsciiHexDigit((char)text[start - 2]) || end + 1 < text.Length && text[end] is (byte)':' or (byte)'-' && char.IsAsciiHexDigit((char)text[end + 1]))
        {
            return false;
        }

        var address = text.Slice(start, length);
        var (step, separator) = length == 14 ? (5, (byte)'.') : (3, address[2]);
        Span<byte> digits = stackalloc byte[12];
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            if (i % step == step - 1)
            {
                if (address[i] != separator)
                {
                    return false;
                }
            }
            else if (!char.IsAsciiHexDigit((char)address[i]))
            {
                return false;
            }
            else
            {
                digits[count++] = (byte)(address[i] > '9' ? address[i] & ~32 : address[i]);
            }
        }

        if (digits.IndexOfAnyExcept((byte)'0') < 0 || digits.IndexOfAnyExcept((byte)'F') < 0)
        {
            return false;
        }

        var sample = digits.StartsWith("00005E0053"u8) || digits.SequenceEqual("001122334455"u8) || digits.SequenceEqual("AABBCCDDEEFF"u8) || digits.SequenceEqual("0123456789AB"u8)
            || digits.SequenceEqual("123456789ABC"u8) || digits.SequenceEqual("001A2B3C4D5E"u8) || digits.SequenceEqual("112233445566"u8);
        value = new PersonalValue(PersonalKind.Mac, TextSpan.Between(start, end), Grounds.Formed, sample ? Standing.Reserved : Standing.Personal);
        return true;
    }

    private static bool TrySix(ReadOnlySpan<byte> text, int start, int end, in Asking asking, out PersonalValue value)
    {
        value = default;
        Span<char> chars = stackalloc char[48];
        var length = end - start;
        for (var i = 0; i < length; i++)
        {
            chars[i] = (char)text[start + i];
        }

        var colons = text[start..end].Count((byte)':');
        if (!asking.Includes(PersonalKind.Ip) || colons < 2 || length > 45 || !IPAddress.TryParse(chars[..length], out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        // a::b is an address to a parser and a name to most programs.
        var telling = colons >= 4 || text[start..end].IndexOf((byte)'.') > 0 || length > 4 && (address.IsIPv6LinkLocal || (text[start] | 32) is (byte)'2' or (byte)'3' && text[start + 4] == ':');
        if (!telling && !asking.Wants(PersonalKind.Ip))
        {
            return false;
        }

        if (end + 1 < text.Length && text[end] == '%' && char.IsAsciiLetter((char)text[end + 1]))
        {
            for (end++; end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]); end++)
            {
            }
        }

        end = Prefix(text, end, 128);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var standing = bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x01, 0x0D, 0xB8]) || IPAddress.IsLoopback(address) || address.Equals(IPAddress.IPv6Any) ? Standing.Reserved
            : address.IsIPv6LinkLocal || address.IsIPv6Multicast || (bytes[0] & 0xFE) == 0xFC ? Standing.Impersonal
            : address.IsIPv4MappedToIPv6 ? Of([bytes[12], bytes[13], bytes[14], bytes[15]]) : Standing.Personal;
        value = new PersonalValue(PersonalKind.Ip, TextSpan.Between(start, end), Grounds.Formed, standing);
        return true;
    }

    private static int Quad(ReadOnlySpan<byte> text, int at, Span<int> parts)
    {
        for (var part = 0; part < 4; part++)
        {
            var (number, digits) = (0, 0);
            for (; at < text.Length && char.IsAsciiDigit((char)text[at]) && digits < 4; at++, digits++)
            {
                number = (number * 10) + text[at] - '0';
            }

            if (digits is 0 or > 3 || number > 255 || part < 3 && (at >= text.Length || text[at++] != '.'))
            {
                return 0;
            }

            parts[part] = number;
        }

        return at;
    }

    // /24 belongs to the address.
    private static int Prefix(ReadOnlySpan<byte> text, int end, int most)
    {
        if (end >= text.Length || text[end] != '/')
        {
            return end;
        }

        var (at, number) = (end + 1, 0);
        for (; at < text.Length && at < end + 4 && char.IsAsciiDigit((char)text[at]); at++)
        {
            number = (number * 10) + text[at] - '0';
        }

        return at > end + 1 && number <= most && !Edges.Goes(text, at) && !(at < text.Length && text[at] == '/') ? at : end;
    }

    private static bool IsVersion(ReadOnlySpan<byte> text, int start, int end) =>
        start > 0 && text[start - 1] is (byte)'v' or (byte)'V' or (byte)'^' or (byte)'~' || text[start..end].EndsWith(".0.0"u8) && !text[start..end].StartsWith("0."u8)
        || NamingWords.Name(text, start, start, Versions);

    private static readonly byte[][] Versions = ["version"u8.ToArray(), "release"u8.ToArray(), "assemblyversion"u8.ToArray(), "oid"u8.ToArray(), "chrome/"u8.ToArray()];

    private static Standing Of(ReadOnlySpan<int> parts) => parts switch
    {
        [127, ..] or [0, ..] or [192, 0, 2, _] or [198, 51, 100, _] or [203, 0, 113, _] or [1, 2, 3, 4] or [255, ..] or [8, 8, 8, 8] or [8, 8, 4, 4] or [1, 1, 1, 1] or [>= 240, ..] => Standing.Reserved,
        [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [>= 224, ..] or [100, >= 64 and <= 127, ..] => Standing.Impersonal,
        _ => Standing.Personal,
    };
}
