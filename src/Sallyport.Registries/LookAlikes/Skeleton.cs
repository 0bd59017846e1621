namespace Sallyport.Registries.LookAlikes;

/// <summary>A flat name with every letter replaced by the one it can be taken for.</summary>
internal static class Skeleton
{
    public static int Write(ReadOnlySpan<byte> flat, Span<byte> skeleton)
    {
        var length = 0;
        for (var i = 0; i < flat.Length; i++)
        {
            var next = i + 1 < flat.Length ? flat[i + 1] : (byte)0;
            if ((flat[i], next) is ((byte)'r', (byte)'n') or ((byte)'v', (byte)'v'))
            {
                skeleton[length++] = flat[i] == (byte)'r' ? (byte)'m' : (byte)'w';
                i++;
                continue;
            }

            skeleton[length++] = flat[i] switch
            {
                (byte)'0' => (byte)'o',
                (byte)'1' or (byte)'i' => (byte)'l',
                (byte)'3' => (byte)'e',
                (byte)'4' => (byte)'a',
                (byte)'5' => (byte)'s',
                (byte)'7' => (byte)'t',
                (byte)'8' => (byte)'b',
                var other => other,
            };
        }

        return length;
    }
}
