using System.Text;

namespace Sallyport.Core.Text;

/// <summary>Writes a change of a file as the unified diff that <c>git apply</c> and <c>patch</c> take.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff; empty when nothing changed.</summary>
    /// <param name="path">The file, relative to where the diff would be applied.</param>
    /// <param name="before">Its text; null when it is new.</param>
    /// <param name="after">Its text afterwards; null when it goes.</param>
    public static string Of(string path, string? before, string? after)
    {
        var (old, now) = (Lines(before), Lines(after));
        if (before == after)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append(before is null ? "--- /dev/null\n" : $"--- a/{path}\n").Append(after is null ? "+++ /dev/null\n" : $"+++ b/{path}\n");
        foreach (var hunk in Hunks(Changes(old, now)))
        {
            Write(text, hunk, old, now);
        }

        return text.ToString();
    }

    private static string[] Lines(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var lines = text.Split('\n');
        return text.EndsWith('\n') ? lines[..^1] : [.. lines[..^1], lines[^1] + "\n\\ No newline at end of file"];
    }

    // Our changes are few and small: what both ends share is cut off, and between them lines are matched greedily from the next equal one.
    private static List<(int Old, int OldCount, int New, int NewCount)> Changes(string[] old, string[] now)
    {
        var changes = new List<(int, int, int, int)>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (nextOld, nextNew) = Meet(old, now, i, j);
            changes.Add((i, nextOld - i, j, nextNew - j));
            (i, j) = (nextOld, nextNew);
        }

        return changes;
    }

    private static (int Old, int New) Meet(string[] old, string[] now, int i, int j)
    {
        for (var distance = 1; distance <= old.Length - i + (now.Length - j); distance++)
        {
            for (var fromOld = Math.Min(distance, old.Length - i); fromOld >= 0; fromOld--)
            {
                var fromNew = distance - fromOld;
                if (j + fromNew <= now.Length && ((i + fromOld < old.Length && j + fromNew < now.Length && old[i + fromOld] == now[j + fromNew])
                    || (i + fromOld == old.Length && j + fromNew == now.Length)))
                {
                    return (i + fromOld, j + fromNew);
                }
            }
        }

        return (old.Length, now.Length);
    }

    private static IEnumerable<List<(int Old, int OldCount, int New, int NewCount)>> Hunks(List<(int Old, int OldCount, int New, int NewCount)> changes)
    {
        var hunk = new List<(int Old, int OldCount, int New, int NewCount)>();
        foreach (var change in changes)
        {
            if (hunk.Count > 0 && change.Old - (hunk[^1].Old + hunk[^1].OldCount) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(change);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static void Write(StringBuilder text, List<(int Old, int OldCount, int New, int NewCount)> hunk, string[] old, string[] now)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var start = Math.Max(0, first.Old - Context);
        var end = Math.Min(old.Length, last.Old + last.OldCount + Context);
        var newStart = first.New - (first.Old - start);
        var newEnd = last.New + last.NewCount + (end - last.Old - last.OldCount);
        text.Append($"@@ -{Range(start, end - start)} +{Range(newStart, newEnd - newStart)} @@\n");
        var at = start;
        foreach (var change in hunk)
        {
            Append(text, ' ', old, at, change.Old);
            Append(text, '-', old, change.Old, change.Old + change.OldCount);
            Append(text, '+', now, change.New, change.New + change.NewCount);
            at = change.Old + change.OldCount;
        }

        Append(text, ' ', old, at, end);
    }

    private static string Range(int start, int count) => count == 0 ? $"{start},0" : count == 1 ? $"{start + 1}" : $"{start + 1},{count}";

    private static void Append(StringBuilder text, char sign, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(sign).Append(lines[i]).Append('\n');
        }
    }
}
