using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Engine;

/// <summary>Writes an artifact anew with every sensitive value replaced by the name of its rule.</summary>
internal static class Redaction
{
    public static ReadOnlyMemory<byte> Of(Artifact artifact, IReadOnlyList<Finding> findings)
    {
        var spans = new List<(TextSpan Span, string Rule)>();
        foreach (var finding in findings)
        {
            if (finding.Preview is not null)
            {
                spans.Add((finding.Span, finding.Rule));
            }
        }

        spans.Sort((x, y) => x.Span.Start.CompareTo(y.Span.Start));
        var text = artifact.Bytes.Span;
        using var result = new MemoryStream(text.Length);
        var at = 0;
        foreach (var (span, rule) in spans)
        {
            if (span.End <= at)
            {
                continue;
            }

            // What overlaps a value that is replaced already goes with it.
            if (span.Start >= at)
            {
                result.Write(text[at..span.Start]);
                result.Write(Encoding.UTF8.GetBytes($"[redacted:{rule[(rule.IndexOf('/', StringComparison.Ordinal) + 1)..]}]"));
            }

            at = span.End;
        }

        result.Write(text[at..]);
        return result.ToArray();
    }
}
