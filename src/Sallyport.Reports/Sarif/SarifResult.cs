using System.Globalization;
using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Sarif;

/// <summary>Writes findings as results.</summary>
internal sealed class SarifResult
{
    private const int RelatedShown = 10;
    private readonly Utf8JsonWriter _json;
    private readonly SarifRules _rules;
    private readonly bool _anySuppressed;
    private readonly Dictionary<string, List<Finding>> _byValue = new(StringComparer.Ordinal);

    public SarifResult(Utf8JsonWriter json, ScanResult result, SarifRules rules)
    {
        (_json, _rules) = (json, rules);
        foreach (var finding in result.Findings)
        {
            _anySuppressed |= finding.Suppression is not null;
            if (ValueGroups.Key(finding) is not { } key)
            {
                continue;
            }

            if (!_byValue.TryGetValue(key, out var places))
            {
                _byValue.Add(key, places = []);
            }

            // One more than is shown: the finding itself may be among them.
            if (places.Count <= RelatedShown)
            {
                places.Add(finding);
            }
        }
    }

    public void Write(Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule);
        if (_rules.IndexOf(finding.Rule) is >= 0 and var index)
        {
            _json.WriteNumber("ruleIndex", index);
        }

        _json.WriteString("level", finding.Level.Name());
        SarifMessage.Write(_json, "message", Message(finding));
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        SarifLocation.Physical(_json, finding, snippets: true);
        _json.WriteEndObject();
        _json.WriteEndArray();
        Related(finding);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("sallyportFingerprint/v1", finding.Fingerprint);
        _json.WriteEndObject();
        if (finding.Baseline is { } state)
        {
            _json.WriteString("baselineState", state.Key());
        }

        Suppressions(finding.Suppression);
        SarifFix.Write(_json, finding);
        Properties(finding);
        _json.WriteEndObject();
    }

    private static string Message(Finding finding)
    {
        var text = finding.Preview is null ? finding.Title : finding.Title + " " + finding.Preview;
        return finding.Evidence.Count == 0 ? text : text + ": " + string.Join("; ", finding.Evidence);
    }

    private void Related(Finding finding)
    {
        if (ValueGroups.Key(finding) is not { } key || _byValue[key] is not { Count: > 1 } places)
        {
            return;
        }

        _json.WriteStartArray("relatedLocations");
        var id = 0;
        foreach (var place in places)
        {
            if (ReferenceEquals(place, finding) || id == RelatedShown)
            {
                continue;
            }

            _json.WriteStartObject();
            _json.WriteNumber("id", ++id);
            SarifLocation.Physical(_json, place, snippets: false);
            SarifMessage.Write(_json, "message", "The same value");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // The standard: when one result says whether it is suppressed, all have to.
    private void Suppressions(Suppression? suppression)
    {
        if (!_anySuppressed)
        {
            return;
        }

        _json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", suppression.Kind == SuppressionKind.InSource ? "inSource" : "external");
            _json.WriteString("status", "accepted");
            _json.WriteString("justification", suppression.Reason);
            _json.WriteStartObject("properties");
            _json.WriteString("where", suppression.Key());
            if (suppression.Until is { } until)
            {
                _json.WriteString("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Properties(Finding finding)
    {
        _json.WriteStartObject("properties");
        _json.WriteString("severity", finding.Severity.Key());
        _json.WriteString("confidence", finding.Confidence.Key());
        if (finding.Commit is { } commit)
        {
            _json.WriteString("commit", commit);
        }

        _json.WriteEndObject();
    }
}
