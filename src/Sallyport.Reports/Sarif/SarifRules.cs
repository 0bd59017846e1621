using System.Globalization;
using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Sarif;

/// <summary>The rules that results point to, by index.</summary>
internal sealed class SarifRules
{
    private readonly List<RuleDescription> _rules;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public SarifRules(ScanResult result)
    {
        _rules = [.. result.Rules.Values];
        _rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < _rules.Count; i++)
        {
            _index.Add(_rules[i].Id, i);
        }
    }

    /// <summary>Where a rule stands in the list; -1 when it is not described.</summary>
    public int IndexOf(string rule) => _index.GetValueOrDefault(rule, -1);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var rule in _rules)
        {
            Write(json, rule);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RuleDescription rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Id));
        Text(json, "shortDescription", rule.Title);
        Text(json, "fullDescription", RuleText.FirstSentence(rule.Help, RuleText.What) ?? rule.Title);
        json.WriteStartObject("help");
        json.WriteString("text", RuleText.FirstSentence(rule.Help, RuleText.Fix) ?? rule.Title);
        json.WriteString("markdown", rule.Help);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Levels.Of(rule.Severity, rule.Confidence).Name());
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        foreach (var cwe in rule.Cwe)
        {
            json.WriteStringValue("external/cwe/cwe-" + cwe.ToString("000", CultureInfo.InvariantCulture));
        }

        foreach (var threat in rule.Threats)
        {
            json.WriteStringValue("threat/" + threat);
        }

        json.WriteEndArray();
        json.WriteString("precision", rule.Confidence.Key());
        json.WriteString("security-severity", Score(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // The middle of the range that code scanning gives each word: critical from 9, high from 7, medium from 4, low above 0.
    private static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.0",
        _ => "0.5",
    };

    private static string PascalCase(string id)
    {
        var name = new char[id.Length];
        var (length, upper) = (0, true);
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            name[length++] = upper ? char.ToUpperInvariant(c) : c;
            upper = false;
        }

        return new string(name, 0, length);
    }
}
