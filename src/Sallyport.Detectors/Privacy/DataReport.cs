using System.Globalization;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Privacy.Reading;
using Sallyport.Detectors.Privacy.Tables;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Privacy;

/// <summary>Reports what a file of data holds: one finding a column or key, one a kind for all that stands elsewhere.</summary>
internal sealed class DataReport(Dictionary<string, Rule> rules, Artifact artifact, IDetectionSink sink)
{
    private const int Several = 3;
    private readonly List<TextSpan> _covered = [];

    /// <summary>Reads the artifact as <paramref name="file"/>.</summary>
    public void Write(DataFile file)
    {
        var text = artifact.Bytes.Span;
        var columns = new List<Column>();
        if (file == DataFile.Table && artifact.Window is null or { Offset: 0 })
        {
            Table.Read(text, 0, columns);
        }
        else if (file == DataFile.Records)
        {
            Records.Read(text, columns);
        }

        foreach (var column in columns)
        {
            Report(column, columns, file);
        }

        Scattered(text);
    }

    private void Report(Column column, List<Column> columns, DataFile file)
    {
        _covered.AddRange(column.Values);
        if (!rules.TryGetValue(column.Kind.Rule, out var rule))
        {
            return;
        }

        var count = column.Values.Count;
        var proved = column.Proved * 5 >= count * 4;
        var few = file == DataFile.Records && count < Several && Common(column.Kind);
        var severity = few || Weak(column.Kind) && !Accompanied(column, columns) ? Severity.Low : rule.Severity;
        var confidence = proved ? Confidence.High : column.Kind is Numbers.NumberKind ? Confidence.Low : Confidence.Medium;
        var name = Encoding.UTF8.GetString(artifact.Bytes.Span.Slice(column.Name.Start, column.Name.Length));
        sink.Report(new Detected(
            rule.Id,
            $"{rule.Title}: `{name}`",
            severity,
            confidence,
            column.Name,
            [string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "value" : "values")} under this name"), proved ? "their check digits hold" : "their form fits the name"])
        {
            Masked = column.Values,
        });
    }

    // A name, an illness or a number of a case is somebody's once something beside it says whose.
    private static bool Weak(PersonalKind kind) => kind == PersonalKind.Name || kind == PersonalKind.Health || kind == PersonalKind.Address || kind.Id is "coordinates" or "ip" or "mac";

    private static bool Accompanied(Column column, List<Column> columns)
    {
        foreach (var other in columns)
        {
            if (!ReferenceEquals(other, column) && other.Kind != PersonalKind.Health && other.Kind.Id is not ("coordinates" or "ip" or "mac") && !(other.Kind == PersonalKind.Name && column.Kind == PersonalKind.Name && columns.Count == 2))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Common(PersonalKind kind) =>
        kind.Rule is "email-address" or "phone-number" or "ip-address" or "device-id" or "coordinates" or "crypto-wallet" or "tax-id" or "vehicle-registration" or "postal-address";

    private void Scattered(ReadOnlySpan<byte> text)
    {
        var found = new List<PersonalValue>();
        PersonalScanner.Scan(text, Asking.Everything, found);
        if (found.Count == 0)
        {
            return;
        }

        _covered.Sort(static (x, y) => x.Start.CompareTo(y.Start));
        var kinds = new Dictionary<string, List<PersonalValue>>(StringComparer.Ordinal);
        var next = 0;
        foreach (var value in found)
        {
            while (next < _covered.Count && _covered[next].End <= value.Span.Start)
            {
                next++;
            }

            if (value.Standing == Standing.Personal && !(next < _covered.Count && _covered[next].Overlaps(value.Span)) && rules.ContainsKey(value.Kind.Rule))
            {
                if (!kinds.TryGetValue(value.Kind.Rule, out var values))
                {
                    kinds[value.Kind.Rule] = values = [];
                }

                values.Add(value);
            }
        }

        foreach (var (rule, values) in kinds)
        {
            Report(rules[rule], values, text);
        }
    }

    private void Report(Rule rule, List<PersonalValue> values, ReadOnlySpan<byte> text)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var best = values[0];
        foreach (var value in values)
        {
            distinct.Add(Encoding.UTF8.GetString(text.Slice(value.Span.Start, value.Span.Length)));
            best = value.Grounds > best.Grounds ? value : best;
        }

        // One address is its author's or a sample; several are a list of people.
        var severity = distinct.Count < Several && Common(best.Kind) ? Severity.Low : rule.Severity;
        var more = distinct.Count - 1;
        string[] evidence = more == 0 ? [PersonalDetector.Reason(best.Grounds)] : [PersonalDetector.Reason(best.Grounds), string.Create(CultureInfo.InvariantCulture, $"{more:N0} other {(more == 1 ? "value" : "values")} of this kind in the same file")];
        sink.Report(new Detected(rule.Id, $"{rule.Title}: {best.Kind.Title}", severity, PersonalDetector.ConfidenceOf(best.Grounds), best.Span, evidence, Sensitive: true) { Masked = values.ConvertAll(v => v.Span) });
    }
}
