using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>The filters that checksums are made of.</summary>
internal static class TemplateFilters
{
    private const string Base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>What a filter does to a text with its argument; null when it is not known here.</summary>
    public static Func<string, string, string?>? Find(string name) => name switch
    {
        "prefix" => (text, length) => text[..Math.Min(text.Length, Template.Number(length) ?? text.Length)],
        "suffix" => (text, length) => text[^Math.Min(text.Length, Template.Number(length) ?? text.Length)..],
        "append" => (text, more) => text + more,
        "prepend" => (text, more) => more + text,
        "upcase" => (text, _) => text.ToUpperInvariant(),
        "downcase" => (text, _) => text.ToLowerInvariant(),
        "sha256" => (text, _) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        "crc32" => (text, _) => Crc32(text).ToString(CultureInfo.InvariantCulture),
        "crc32_dec" => (text, digits) => Last(Crc32(text).ToString(CultureInfo.InvariantCulture), digits),
        "crc32_hex" => (text, digits) => Last(Crc32(text).ToString("x8", CultureInfo.InvariantCulture), digits),
        "crc32_le_b64" => (text, length) => First(LittleEndian(Crc32(text)), length),
        "base62" => Base62,
        _ => null,
    };

    private static string Last(string text, string digits) =>
        Template.Number(digits) is { } count ? text.PadLeft(count, '0')[^count..] : text;

    private static string First(string text, string length) => text[..Math.Min(text.Length, Template.Number(length) ?? text.Length)];

    private static string LittleEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Convert.ToBase64String(bytes);
    }

    private static string? Base62(string text, string width)
    {
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, Base62Digits[(int)(value % 62)]);
            value /= 62;
        }
        while (value > 0);
        return digits.ToString().PadLeft(Template.Number(width) ?? 0, '0');
    }

    private static uint Crc32(string text)
    {
        var crc = uint.MaxValue;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
