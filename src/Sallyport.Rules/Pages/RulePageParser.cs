using System.Globalization;
using Sallyport.Core.Findings;

namespace Sallyport.Rules.Pages;

/// <summary>Reads a rule page: YAML front matter, Markdown text, fenced examples.</summary>
public static class RulePageParser
{
    private static readonly string[] Keys = ["title", "severity", "confidence", "status", "was", "cwe", "threats", "match"];

    /// <summary>Reads a page; throws <see cref="RulePageException"/>.</summary>
    /// <param name="id">Path without extension.</param>
    /// <param name="text">The whole page.</param>
    public static RulePage Parse(string id, string text)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        var (front, body) = FrontMatter.Split(id, text, Keys);
        var (help, examples) = MarkdownBody.Read(id, body, text.AsSpan().Count('\n') + 1 - body.Length);
        return new RulePage
        {
            Id = id,
            Title = front.Required("title"),
            Severity = front.Word<Severity>("severity"),
            Confidence = front.Word<Confidence>("confidence"),
            Status = front.Has("status") ? front.Word<RuleStatus>("status") : RuleStatus.Stable,
            Was = front.List("was"),
            Cwe = [.. front.List("cwe").Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var cwe)
                ? cwe : throw new RulePageException($"{id}: `cwe` holds numbers, not `{n}`"))],
            Threats = front.List("threats"),
            Match = ReadMatch(front, id[..Math.Max(0, id.IndexOf('/', StringComparison.Ordinal))]),
            Help = help,
            Examples = examples,
        };
    }

    private static RuleMatch ReadMatch(FrontMatter front, string family)
    {
        var match = front.Map("match", MatchKeys.All(family));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in MatchKeys.Own(family).Where(match.Has))
        {
            settings[key] = match.Required(key);
        }

        return new RuleMatch(
            match.Optional("token"),
            match.List("near"),
            match.List("path"),
            match.Optional("verify"),
            match.Optional("shape"),
            match.Optional("analysis"),
            match.Optional("kind"),
            settings);
    }
}
