namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>The alphabets tokens are written in.</summary>
internal static class Alphabets
{
    public const string Digits = "0123456789";
    public const string Hex = "0123456789abcdef";
    public const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    public const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    public const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    public const string Bitcoin = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    public const string Ripple = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    public const string Bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
}
