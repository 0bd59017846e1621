namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A checksum or structure which genuine tokens of a kind satisfy.</summary>
internal interface ITokenVerifier
{
    /// <summary>The name on a rule page, such as <c>crc32-base62</c>.</summary>
    string Name { get; }

    /// <summary>Judges the bytes of a matched secret.</summary>
    Verification Check(ReadOnlySpan<byte> token);

    /// <summary>Makes a genuine token from a random draw of the right shape.</summary>
    string Complete(string drawn, Random random);

    /// <summary>Makes a token of the same shape that is not genuine.</summary>
    string Spoil(string genuine, Random random);
}
