using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>Recognises private keys in DER by their structure: PKCS#1, SEC 1, DSA, PKCS#8 and encrypted PKCS#8.</summary>
internal static class PrivateKeyDer
{
    public static bool IsPrivateKey(ReadOnlySpan<byte> der) =>
        IsNumbers(der, 9) || IsElliptic(der) || IsPkcs8(der) || IsEncrypted(der) || IsNumbers(der, 6);

    public static bool Matches(ReadOnlySpan<byte> der, string kind) => kind switch
    {
        "RSA PRIVATE KEY" => IsNumbers(der, 9) || IsPkcs8(der),
        "DSA PRIVATE KEY" => IsNumbers(der, 6),
        "EC PRIVATE KEY" => IsElliptic(der) || IsPkcs8(der),
        "PRIVATE KEY" => IsPkcs8(der) || IsNumbers(der, 9) || IsElliptic(der),
        "ENCRYPTED PRIVATE KEY" => IsEncrypted(der),
        _ => false,
    };

    /// <summary>A sequence of version 0 or 1 and so many numbers: an RSA key has nine with its version, a DSA key six.</summary>
    private static bool IsNumbers(ReadOnlySpan<byte> der, int count)
    {
        if (!TryBody(der, out var body) || !TryVersion(ref body, 1))
        {
            return false;
        }

        while (--count > 0)
        {
            if (!Der.TryRead(ref body, Der.Integer, out _))
            {
                return false;
            }
        }

        return body.IsEmpty;
    }

    private static bool IsElliptic(ReadOnlySpan<byte> der) =>
        TryBody(der, out var body) && Der.TryRead(ref body, Der.Integer, out var version) && version is [1]
        && Der.TryRead(ref body, Der.OctetString, out var key) && key.Length is >= 16 and <= 72;

    private static bool IsPkcs8(ReadOnlySpan<byte> der) =>
        TryBody(der, out var body) && TryVersion(ref body, 1)
        && Der.TryRead(ref body, Der.Sequence, out var algorithm) && Der.TryRead(ref algorithm, Der.Oid, out _)
        && Der.TryRead(ref body, Der.OctetString, out var key) && key.Length >= 32;

    private static bool IsEncrypted(ReadOnlySpan<byte> der) =>
        TryBody(der, out var body)
        && Der.TryRead(ref body, Der.Sequence, out var algorithm) && Der.TryRead(ref algorithm, Der.Oid, out _)
        && Der.TryRead(ref body, Der.OctetString, out var key) && key.Length >= 32 && body.IsEmpty;

    private static bool TryBody(ReadOnlySpan<byte> der, out ReadOnlySpan<byte> body) =>
        Der.TryRead(ref der, Der.Sequence, out body) && der.IsEmpty;

    private static bool TryVersion(scoped ref ReadOnlySpan<byte> body, int last) =>
        Der.TryRead(ref body, Der.Integer, out var version) && version.Length == 1 && version[0] <= last;
}
