using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads what follows the scheme word of an authorization header, and SQL's <c>IDENTIFIED BY</c>.</summary>
internal static class HeaderReader
{
    /// <summary>Adds the value behind <c>Bearer</c>, <c>Basic</c> or <c>identified by</c>; false where the word is none of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Read(ReadOnlySpan<byte> text, int start, int end, List<Assignment> found)
    {
        var word = text[start..end];
        var bearer = Ascii.EqualsIgnoreCase(word, "bearer"u8);
        if ((bearer || Ascii.EqualsIgnoreCase(word, "basic"u8)) && end < text.Length && text[end] == ' ')
        {
            var from = end + 1;
            var to = from;
            while (to < text.Length && (Bytes.IsToken(text[to]) || text[to] is (byte)'%' or (byte)'|' or (byte)':'))
            {
                to++;
            }

            if (to - from >= 8 && (bearer || IsPair(text[from..to])))
            {
                found.Add(new Assignment(TextSpan.Between(start, end), TextSpan.Between(from, to), NameClass.Scheme, Bond.Scheme, 0, false));
            }

            return to > from;
        }

        if (Ascii.EqualsIgnoreCase(word, "identified"u8) && end + 4 < text.Length && Ascii.EqualsIgnoreCase(text[(end + 1)..(end + 3)], "by"u8))
        {
            ValueReader.Read(text, TextSpan.Between(start, end + 3), NameClass.Password, found);
            return true;
        }

        return false;
    }

    // Base64 of `user:password`.
    private static bool IsPair(ReadOnlySpan<byte> encoded)
    {
        Span<byte> decoded = stackalloc byte[256];
        Span<byte> padded = stackalloc byte[260];
        if (encoded.Length > 256)
        {
            return false;
        }

        encoded.CopyTo(padded);
        var length = encoded.Length;
        while (length % 4 != 0)
        {
            padded[length++] = (byte)'=';
        }

        if (System.Buffers.Text.Base64.DecodeFromUtf8(padded[..length], decoded, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        decoded = decoded[..written];
        var colon = decoded.IndexOf((byte)':');
        return colon > 0 && !References.IsStock(decoded[(colon + 1)..]) && decoded.IndexOfAnyInRange((byte)0, (byte)31) < 0;
    }
}
