using System.Buffers;
using System.Numerics;
using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Sources.Git;

/// <summary>Finds in each version of a path the lines that no version before it had: a line is looked at where it first appears.</summary>
internal sealed class NewLines
{
    private const int Context = 512;
    private const int VersionLimit = 4 << 20;
    private const int VersionsLimit = 32 << 20;
    private readonly LineMemory _lines = new();
    private readonly Dictionary<string, Version> _versions = new(StringComparer.Ordinal);
    private readonly List<Run> _runs = [];
    private long _kept;

    /// <summary>The parts of <paramref name="text"/> to look at; none when all of it was there before.</summary>
    public List<TextPart> In(ReadOnlySpan<byte> path, ReadOnlySpan<byte> text)
    {
        var name = Encoding.Latin1.GetString(path);
        var (from, to) = (0, text.Length);
        if (_versions.TryGetValue(name, out var before))
        {
            // Most versions differ in a few lines: what begins and ends alike needs no second look.
            var old = before.Pooled.AsSpan(0, before.Length);
            from = LineStart(text, text.CommonPrefixLength(old));
            to = text.Length - CommonSuffix(text[from..], old[Math.Min(from, old.Length)..]);
            to = to >= text.Length ? text.Length : LineEnd(text, to);
        }

        Collect(_lines.Path(path), text, from, to);
        Keep(name, text, before);
        return Parts(text);
    }

    private static int LineStart(ReadOnlySpan<byte> text, int at) => text[..at].LastIndexOf((byte)'\n') + 1;

    private static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at..].IndexOf((byte)'\n');
        return end < 0 ? text.Length : at + end + 1;
    }

    private static int CommonSuffix(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var most = Math.Min(a.Length, b.Length);
        var x = a[^most..];
        var y = b[^most..];
        var left = most;
        while (left >= Vector<byte>.Count && Vector.EqualsAll(new Vector<byte>(x[(left - Vector<byte>.Count)..]), new Vector<byte>(y[(left - Vector<byte>.Count)..])))
        {
            left -= Vector<byte>.Count;
        }

        while (left > 0 && x[left - 1] == y[left - 1])
        {
            left--;
        }

        return most - left;
    }

    private void Collect(ulong path, ReadOnlySpan<byte> text, int from, int to)
    {
        _runs.Clear();
        var line = text[..from].Count((byte)'\n') + 1;
        for (var at = from; at < to; line++)
        {
            var end = LineEnd(text, at);
            if (_lines.Add(path, text[at..end].TrimEnd("\r\n"u8)))
            {
                if (_runs.Count > 0 && _runs[^1].End == at)
                {
                    _runs[^1] = _runs[^1] with { End = end, Last = line };
                }
                else
                {
                    _runs.Add(new Run(at, end, line, line));
                }
            }

            at = end;
        }
    }

    private List<TextPart> Parts(ReadOnlySpan<byte> text)
    {
        var parts = new List<TextPart>();
        var (counted, line) = (0, 1);
        for (var i = 0; i < _runs.Count;)
        {
            var start = LineStart(text, Math.Max(0, _runs[i].Start - Context));
            var added = new LineSet();
            var end = start;
            for (; i < _runs.Count && (end == start || _runs[i].Start - Context <= end); i++)
            {
                added.Add(_runs[i].First, _runs[i].Last);
                end = LineEnd(text, Math.Min(text.Length, _runs[i].End + Context));
            }

            line += text[counted..start].Count((byte)'\n');
            counted = start;
            parts.Add(new TextPart(TextSpan.Between(start, end), line, added));
        }

        return parts;
    }

    private void Keep(string name, ReadOnlySpan<byte> text, Version before)
    {
        _kept -= before.Length;
        if (text.Length > VersionLimit)
        {
            Forget(before);
            _versions.Remove(name);
            return;
        }

        if (_kept + text.Length > VersionsLimit)
        {
            foreach (var version in _versions.Values)
            {
                Forget(version);
            }

            _versions.Clear();
            (_kept, before) = (0, default);
        }

        var pooled = before.Pooled;
        if (pooled is null || pooled.Length < text.Length)
        {
            Forget(before);
            pooled = ArrayPool<byte>.Shared.Rent(text.Length);
        }

        text.CopyTo(pooled);
        _kept += text.Length;
        _versions[name] = new Version(pooled, text.Length);
    }

    private static void Forget(Version version)
    {
        if (version.Pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(version.Pooled);
        }
    }

    private readonly record struct Version(byte[]? Pooled, int Length);

    private readonly record struct Run(int Start, int End, int First, int Last);
}
