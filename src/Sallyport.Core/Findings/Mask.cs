namespace Sallyport.Core.Findings;

/// <summary>Hides values: enough stays to recognise one, too little to use it.</summary>
public static class Mask
{
    private const int LongestPreview = 24;

    /// <summary>The value's first characters (at most four, at most a quarter) and asterisks.</summary>
    public static string Preview(ReadOnlySpan<char> value)
    {
        var shown = value.Length < 12 ? 0 : Math.Min(4, value.Length / 4);
        var stars = Math.Min(Math.Max(value.Length - shown, 8), LongestPreview - shown);
        return string.Concat(value[..shown], new string('*', stars));
    }

    /// <summary>Replaces ranges of <paramref name="text"/> by asterisks of the same length, except each one's first shown characters.</summary>
    /// <param name="text">A line.</param>
    /// <param name="ranges">Ranges in UTF-16 units, cut to the line.</param>
    public static string Hide(string text, IEnumerable<(int Start, int End, bool Begins)> ranges)
    {
        var chars = text.ToCharArray();
        foreach (var (start, end, begins) in ranges)
        {
            var shown = !begins || end - start < 12 ? 0 : Math.Min(4, (end - start) / 4);
            chars.AsSpan(start + shown, end - start - shown).Fill('*');
        }

        return new string(chars);
    }
}
