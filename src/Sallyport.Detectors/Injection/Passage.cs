using System.Buffers;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection;

/// <summary>The lines that a passage stands on, so that a finding is shown whole and keeps its place when weights change.</summary>
internal static class Passage
{
    private const int Longest = 400;
    private static readonly SearchValues<byte> Leaders = SearchValues.Create(" \t#/*->"u8);

    public static TextSpan Around(ReadOnlySpan<byte> text, TextSpan place)
    {
        var start = text[..place.Start].LastIndexOf((byte)'\n') + 1;
        var feed = text[place.End..].IndexOf((byte)'\n');
        var end = feed < 0 ? text.Length : place.End + feed;
        if (end - start > Longest + place.Length)
        {
            return place;
        }

        var lead = text[start..end].IndexOfAnyExcept(Leaders);
        start += Math.Max(0, lead);
        while (end > start && text[end - 1] is (byte)' ' or (byte)'\r' or (byte)'\t')
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }
}
