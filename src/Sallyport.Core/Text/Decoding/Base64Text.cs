using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Text written as base64, standard or URL alphabet, padded or not, at any of the alignments a surrounding run allows.</summary>
internal static class Base64Text
{
    private const int Probe = 7; // groups of four looked at before anything is decoded
    private const int Ahead = 12;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TryDecode(ReadOnlyMemory<byte> text, TextSpan run, ReadOnlySpan<byte> bytes, List<DecodedText> found)
    {
        if (!IsMixed(bytes))
        {
            return;
        }

        for (var skip = 0; skip < 4; skip++)
        {
            var start = skip == 0 && LooksCompressed(bytes) ? 0 : TextStart(bytes, skip);
            if (start >= 0)
            {
                Decode(text, new(run.Start + start, run.Length - start), bytes[start..], found);
                return;
            }
        }
    }

    // Where encoded text begins at this alignment; a neighbour may have joined the run in front, so it is tried further in, too.
    private static int TextStart(ReadOnlySpan<byte> bytes, int skip)
    {
        for (var ahead = 0; ahead <= Ahead && bytes.Length - skip - ahead >= 16; ahead += Ahead)
        {
            var start = skip + ahead;
            if (LooksLikeText(bytes[start..]))
            {
                while (start >= 4 && LooksLikeText(bytes.Slice(start - 4, 4)))
                {
                    start -= 4;
                }

                return start;
            }
        }

        return -1;
    }

    // Identifiers, paths and constants seldom mix the three classes; encoded text of this length nearly always does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsMixed(ReadOnlySpan<byte> bytes)
    {
        bool upper = false, lower = false, digit = false;
        foreach (var b in bytes.Length > 96 ? bytes[..96] : bytes)
        {
            upper |= char.IsAsciiLetterUpper((char)b);
            lower |= char.IsAsciiLetterLower((char)b);
            digit |= char.IsAsciiDigit((char)b);
        }

        return upper && lower && (digit || bytes.Length < 28);
    }

    // Bytes below 128 leave fixed bits of each group of four zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var groups = Math.Min(bytes.Length / 4, Probe);
        for (var i = 0; i < groups * 4; i += 4)
        {
            if ((Value(bytes[i]) & 32 | Value(bytes[i + 1]) & 8 | Value(bytes[i + 2]) & 2) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksCompressed(ReadOnlySpan<byte> bytes) => Payload.IsCompressed(
        (byte)(Value(bytes[0]) << 2 | Value(bytes[1]) >> 4), (byte)(Value(bytes[1]) << 4 | Value(bytes[2]) >> 2));

    private static void Decode(ReadOnlyMemory<byte> text, TextSpan run, ReadOnlySpan<byte> bytes, List<DecodedText> found)
    {
        var length = bytes.Length % 4 == 1 ? bytes.Length - 1 : bytes.Length;
        var url = new byte[length];
        for (var i = 0; i < length; i++)
        {
            url[i] = bytes[i] switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', var b => b };
        }

        var decoded = new byte[length * 3 / 4];
        if (Base64Url.DecodeFromUtf8(url, decoded, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            // The last group carries stray bits: the whole groups are still good.
            Base64Url.DecodeFromUtf8(url.AsSpan(0, length & ~3), decoded, out _, out written);
        }

        if (written > 0)
        {
            Payload.Add(text, new(new(0, written), new(run.Start, length), Scaled: true), decoded.AsMemory(0, written), DecodedText.Base64, found);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        _ => 63,
    };
}
