using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Finds values by the names that promise a credential: one pass for the beginnings of such words, then a bounded look around each.</summary>
internal static class AssignmentScanner
{
    private const int NameReach = 120;
    private const int JoinedLength = 20;
    private static readonly ulong[] Beginnings = MakeBeginnings();

    /// <summary>Adds every value that a telling name is tied to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<byte> text, List<Assignment> found)
    {
        var gram = 0;
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            gram = (gram << 5 | text[i] & 31) & 0x7FFF;
            if ((Beginnings[gram >> 6] >> (gram & 63) & 1) == 0 || i - 2 < done)
            {
                continue;
            }

            if (text[i] == '/')
            {
                AddressReader.Read(text, i, found);
            }
            else
            {
                done = Named(text, i - 2, done, found);
            }
        }
    }

    // Looks at the identifier around `at`; returns where the search goes on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Named(ReadOnlySpan<byte> text, int at, int floor, List<Assignment> found)
    {
        var start = at;
        while (start > Math.Max(floor, at - NameReach) && Bytes.IsName(text[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < Math.Min(text.Length, at + NameReach) && Bytes.IsName(text[end]))
        {
            end++;
        }

        var name = text[start..end];
        // -----BEGIN PUBLIC KEY----- names nothing.
        if (name.Length >= NameReach || name.EndsWith("--"u8) || HeaderReader.Read(text, start, end, found))
        {
            return end;
        }

        if (name.SequenceEqual("kty"u8))
        {
            JwkReader.Read(text, start, found);
            return end;
        }

        var kind = NameClasses.Of(name, out var telling);
        if (kind != NameClass.None && !Joined(text, start, start + telling, end, kind, found))
        {
            ValueReader.Read(text, TextSpan.Between(start, end), kind, found);
        }

        return end;
    }

    // acme-token-0123…: the value hangs on the name.
    private static bool Joined(ReadOnlySpan<byte> text, int start, int telling, int end, NameClass kind, List<Assignment> found)
    {
        var value = telling + 1;
        if (end - value < JoinedLength || text[telling] is not ((byte)'-' or (byte)'_' or (byte)'.') || text[value..end].IndexOfAnyInRange((byte)'0', (byte)'9') < 0
            || text[value..end].IndexOfAny((byte)'_', (byte)'.') >= 0)
        {
            return false;
        }

        found.Add(new Assignment(TextSpan.Between(start, telling), TextSpan.Between(value, end), kind, Bond.Blank, 0, false));
        return true;
    }

    private static ulong[] MakeBeginnings()
    {
        var bits = new ulong[512];
        foreach (var word in "pas pwd psw key tok jwt otp sec aut cre sal see non hma sig mne coo bea bas ses sid pep api sen mdp has par wac ide kty".Split(' '))
        {
            Mark(word[0], word[1], word[2]);
        }

        Mark(':', '/', '/');
        return bits;

        void Mark(char a, char b, char c)
        {
            var gram = (a & 31) << 10 | (b & 31) << 5 | c & 31;
            bits[gram >> 6] |= 1UL << (gram & 63);
        }
    }
}
