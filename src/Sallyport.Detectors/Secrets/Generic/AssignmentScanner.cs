using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Finds values by the names that promise a credential: one pass for the beginnings of such words, then a bounded look around each.</summary>
internal static class AssignmentScanner
{
    private const int NameReach = 120;
    private const int JoinedLength = 20;
    private const int HashBits = 15;
    private static readonly uint[] Beginnings = MakeBeginnings();

    /// <summary>Adds every value that a telling name is tied to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<byte> text, List<Assignment> found)
    {
        var bits = Beginnings;
        var done = 0;
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (; at + 8 <= text.Length; at += 4)
        {
            var bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            var hits = MayBegin(bits, (uint)bytes) | MayBegin(bits, (uint)(bytes >> 8)) << 1 | MayBegin(bits, (uint)(bytes >> 16)) << 2 | MayBegin(bits, (uint)(bytes >> 24)) << 3;
            for (var i = at; hits != 0; hits >>= 1, i++)
            {
                done = (hits & 1) != 0 && i >= done ? Begin(text, i, done, found) : done;
            }
        }

        for (; at + 3 <= text.Length; at++)
        {
            done = at >= done ? Begin(text, at, done, found) : done;
        }
    }

    // Returns where the search goes on.
    private static int Begin(ReadOnlySpan<byte> text, int at, int done, List<Assignment> found)
    {
        if (!text[at..].StartsWith("://"u8))
        {
            return Named(text, at, done, found);
        }

        AddressReader.Read(text, at + 2, found);
        return done;
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

    private static uint[] MakeBeginnings()
    {
        var bits = new uint[1 << (HashBits - 5)];
        foreach (var word in "pass pwd psw key tok jwt otp secr auth cred salt seed nonc hmac sig mnem cook bear basi sess sid pepp api sena senh mdp hasl paro wach iden kty ://".Split(' '))
        {
            // A beginning of three letters may be followed by anything.
            for (var fourth = 0; fourth < (word.Length > 3 ? 1 : 32); fourth++)
            {
                var hash = Hash((uint)(word[0] | word[1] << 8 | word[2] << 16 | (word.Length > 3 ? word[3] : fourth) << 24));
                bits[hash >> 5] |= 1U << (int)(hash & 31);
            }
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint bytes) => (bytes & 0x1F1F1F1F) * 0x9E3779B1 >> (32 - HashBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MayBegin(uint[] bits, uint bytes)
    {
        var hash = Hash(bytes);
        return bits[hash >> 5] >> (int)(hash & 31) & 1;
    }
}
