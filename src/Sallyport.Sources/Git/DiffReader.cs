using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Sources.Git;

/// <summary>Reads what <c>git diff-index --raw -p -U0 -z</c> writes: the changed paths, then the patch, of which only line numbers are kept.</summary>
internal static class DiffReader
{
    private const byte LineFeed = (byte)'\n';

    public static List<Change> Read(OutputReader output)
    {
        var changes = new List<Change>();
        var byPath = new Dictionary<string, Change>(StringComparer.Ordinal);
        while (output.Peek() == ':' && output.Read(0) is { } record)
        {
            // :oldmode newmode oldobject newobject status, then one path, or two for a rename or copy.
            var fields = Encoding.ASCII.GetString(record).Split(' ');
            var path = output.Read(0) ?? [];
            if (fields[4][0] is 'R' or 'C')
            {
                path = output.Read(0) ?? [];
            }

            var change = new Change(path, Convert.ToInt32(fields[1], 8), fields[3], fields[4][0]);
            var key = Encoding.Latin1.GetString(path);
            if (byPath.TryAdd(key, change))
            {
                changes.Add(change);
            }
        }

        if (output.Peek() == 0)
        {
            output.Skip(1);
        }

        ReadPatch(output, byPath);
        return changes;
    }

    private static void ReadPatch(OutputReader output, Dictionary<string, Change> byPath)
    {
        Change? change = null;
        while (output.Read(LineFeed) is { } line)
        {
            if (line.AsSpan().StartsWith("diff --git "u8))
            {
                change = null;
            }
            else if (line.AsSpan().StartsWith("+++ b/"u8) || line.AsSpan().StartsWith("+++ \"b/"u8))
            {
                change = byPath.GetValueOrDefault(Encoding.Latin1.GetString(QuotedPath.Read(line.AsSpan(4))[2..]));
            }
            else if (line.AsSpan().StartsWith("@@ -"u8))
            {
                ReadHunk(output, line, change);
            }
        }
    }

    // Exactly as many lines as the header announces are content; what they say is never taken for a header.
    private static void ReadHunk(OutputReader output, byte[] header, Change? change)
    {
        var numbers = Encoding.ASCII.GetString(header).Split(' ');
        var (_, removed) = Range(numbers[1]);
        var (first, added) = Range(numbers[2]);
        for (var left = removed + added; left > 0; left--)
        {
            output.SkipPast(LineFeed);
            if (output.Peek() == '\\')
            {
                output.SkipPast(LineFeed);
            }
        }

        if (added > 0 && change is not null)
        {
            (change.Added ??= new LineSet()).Add(first, first + added - 1);
        }
    }

    private static (int First, int Count) Range(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? (Number(text.AsSpan(1)), 1) : (Number(text.AsSpan(1, comma - 1)), Number(text.AsSpan(comma + 1)));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
