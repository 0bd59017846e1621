namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A checksum or structure which genuine tokens of a kind satisfy.</summary>
internal interface ITokenVerifier
{
    /// <summary>As written on pages: <c>crc32-base62</c>.</summary>
    string Name { get; }

    /// <summary>Judges a token: the matched secret in ASCII.</summary>
    Verification Check(ReadOnlySpan<byte> token);

    /// <summary>A genuine token from a random draw of the right shape; rule tests generate their examples with it.</summary>
    string Complete(string drawn, Random random);

    /// <summary>The same shape with a wrong checksum.</summary>
    string Spoil(string genuine, Random random);
}
