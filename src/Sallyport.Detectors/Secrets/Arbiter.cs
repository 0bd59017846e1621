using Sallyport.Detectors.Secrets.PrivateKeys;

namespace Sallyport.Detectors.Secrets;

/// <summary>Leaves one finding a value where several rules claim it: the surest, then the longest, then the most specific.</summary>
internal static class Arbiter
{
    /// <summary>Takes out of <paramref name="weighed"/> what overlaps a better claim; the rest stands by place.</summary>
    public static void Settle(List<Weighed> weighed)
    {
        if (weighed.Count < 2)
        {
            return;
        }

        weighed.Sort(Better);
        var kept = new SortedSet<(int Start, int End)>();
        var count = 0;
        for (var i = 0; i < weighed.Count; i++)
        {
            var span = weighed[i].Place;
            if (!Overlaps(kept, span.Start, span.End))
            {
                kept.Add((span.Start, span.End));
                weighed[count++] = weighed[i];
            }
        }

        weighed.RemoveRange(count, weighed.Count - count);
        weighed.Sort(static (x, y) => x.Place.Start.CompareTo(y.Place.Start));
    }

    // The kept spans do not overlap, so only the last one that begins before the end can reach into the range.
    private static bool Overlaps(SortedSet<(int Start, int End)> kept, int start, int end)
    {
        foreach (var span in kept.GetViewBetween((int.MinValue, 0), (end - 1, int.MaxValue)).Reverse())
        {
            return span.End > start;
        }

        return false;
    }

    private static int Better(Weighed x, Weighed y)
    {
        var (a, b) = (x.Candidate, y.Candidate);
        var order = IsGeneric(a).CompareTo(IsGeneric(b));
        order = order != 0 ? order : y.Surety.CompareTo(x.Surety);
        order = order != 0 ? order : x.Depth.CompareTo(y.Depth);
        order = order != 0 ? order : y.Place.Length.CompareTo(x.Place.Length);
        order = order != 0 ? order : Telling(b).CompareTo(Telling(a));
        order = order != 0 ? order : a.Named.CompareTo(b.Named);
        order = order != 0 ? order : b.NameLength.CompareTo(a.NameLength);
        order = order != 0 ? order : b.Rule.Pattern?.Prefix.CompareTo(a.Rule.Pattern?.Prefix) ?? 0;
        order = order != 0 ? order : Slack(a).CompareTo(Slack(b));
        order = order != 0 ? order : b.Rule.Id.Length.CompareTo(a.Rule.Id.Length);
        order = order != 0 ? order : string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        return order != 0 ? order : x.Place.Start.CompareTo(y.Place.Start);
    }

    private static bool IsGeneric(Candidate candidate) => candidate.Rule.Analysis is not (null or PrivateKeyAnalysis.Name);

    // A literal and a name say more than a literal, that more than a name, and that more than what only stands around the value.
    private static int Telling(Candidate candidate) =>
        (candidate.Rule.Anchors.Count > 0 && candidate.Rule.Pattern is { HasContext: false } ? 2 : 0) + (candidate.NameLength > 0 ? 1 : 0);

    private static int Slack(Candidate candidate) => candidate.Rule.MaxLength - candidate.Rule.MinLength;
}
