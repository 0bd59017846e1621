using System.Buffers.Binary;
using System.Buffers.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Azure's identifiable keys: the last four bytes are the Marvin32 hash of all before, under the seed of the key kind.</summary>
internal sealed class AzureIdentifiableKey(string service, AzureKeyLayout layout) : ITokenVerifier
{
    public string Name => $"azure-key:{service}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[64];
        if (Base64Text.Decode(token, key) != layout.Bytes)
        {
            return Verification.Wrong;
        }

        key = key[..layout.Bytes];
        foreach (var seed in layout.Seeds)
        {
            if (Marvin32.Fold(key[..^4], seed) == BinaryPrimitives.ReadUInt32LittleEndian(key[^4..]))
            {
                return Verification.Right;
            }
        }

        return IsEscapedRedisKey(token, key) ? Verification.Right : layout.Closed ? Verification.Wrong : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        while (true)
        {
            var head = Draw.Text(random, layout.Alphanumeric ? Alphabets.Base62 : Alphabets.Base64, layout.SignatureAt) + layout.Signature;
            var key = Convert.FromBase64String((head + "AAAAAA").PadRight((layout.Characters + 3) / 4 * 4, '='));
            var sum = Marvin32.Fold(key.AsSpan(0, key.Length - 4), layout.Seeds[random.Next(layout.Seeds.Length)]);
            BinaryPrimitives.WriteUInt32LittleEndian(key.AsSpan(key.Length - 4), sum);
            var text = Convert.ToBase64String(key);
            if (!text.Contains(layout.Signature, StringComparison.Ordinal) || (layout.Alphanumeric && text.AsSpan().ContainsAny("+/")))
            {
                continue;
            }

            return layout.Url ? text.Replace('+', '-').Replace('/', '_') : text;
        }
    }

    public string Spoil(string genuine, Random random) =>
        Draw.Exchange(genuine, layout.SignatureAt / 2, Alphabets.Base62, random);

    /// <summary>Azure Cache for Redis writes P for + and F for / after the checksum, over all bytes with the old ones in place.</summary>
    private bool IsEscapedRedisKey(ReadOnlySpan<byte> token, Span<byte> key)
    {
        if (layout.Signature != "AzCa")
        {
            return false;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(key[^4..], Marvin32.Fold(key, layout.Seeds[0]));
        Span<byte> text = stackalloc byte[44];
        Base64.EncodeToUtf8(key, text, out _, out _);
        text.Replace((byte)'+', (byte)'P');
        text.Replace((byte)'/', (byte)'F');
        return text.SequenceEqual(token);
    }
}
