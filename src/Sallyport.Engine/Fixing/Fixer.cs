using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Engine.Fixing;

/// <summary>Applies the safe fixes of one file; every byte outside them stays as it is.</summary>
public static class Fixer
{
    /// <summary>The text after the safe fixes of <paramref name="findings"/>; fixes that touch the same place wait for the next run. Null when there is nothing to do.</summary>
    public static byte[]? Apply(ReadOnlySpan<byte> text, IEnumerable<Finding> findings, out int applied)
    {
        ArgumentNullException.ThrowIfNull(findings);
        applied = 0;
        var edits = new List<Fix.Edit>();
        foreach (var finding in findings.Where(f => f is { Suppression: null, Fix.Safe: true }).OrderBy(f => f.Span.Start))
        {
            var length = text.Length;
            if (finding.Fix!.Edits.All(e => e.Span.End <= length && !edits.Exists(o => o.Span.Overlaps(e.Span) || o.Span.Start == e.Span.Start)))
            {
                edits.AddRange(finding.Fix.Edits);
                applied++;
            }
        }

        if (applied == 0)
        {
            return null;
        }

        edits.Sort((x, y) => x.Span.Start.CompareTo(y.Span.Start));
        using var result = new MemoryStream(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            result.Write(text[at..edit.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            at = edit.Span.End;
        }

        result.Write(text[at..]);
        return result.ToArray();
    }
}
