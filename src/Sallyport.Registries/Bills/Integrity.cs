namespace Sallyport.Registries.Bills;

/// <summary>Reads checksums as lock files keep them: <c>sha512-BASE64</c>, <c>sha256:HEX</c>, <c>h1:BASE64</c>, plain hexadecimal.</summary>
internal static class Integrity
{
    /// <summary>The algorithm and the value in small hexadecimal; null for what is no checksum of a file.</summary>
    public static (string Algorithm, string Hex)? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var first = text.Split(' ')[0];
        var split = first.AsSpan().IndexOfAny(':', '-', '=');
        var (name, value) = split > 0 ? (first[..split].ToLowerInvariant(), first[(split + 1)..]) : ("", first);
        if (value.Length is 32 or 40 or 64 or 96 or 128 && value.All(char.IsAsciiHexDigit))
        {
            return (ByLength(value.Length), value.ToLowerInvariant());
        }

        if (name is not ("sha1" or "sha256" or "sha384" or "sha512" or "md5" or "") || value.Length < 24)
        {
            return null;
        }

        var buffer = new byte[value.Length];
        return Convert.TryFromBase64String(value, buffer, out var length) && length is 16 or 20 or 32 or 48 or 64
            ? (ByLength(length * 2), Convert.ToHexStringLower(buffer, 0, length)) : null;
    }

    private static string ByLength(int digits) => digits switch { 32 => "MD5", 40 => "SHA-1", 64 => "SHA-256", 96 => "SHA-384", _ => "SHA-512" };
}
