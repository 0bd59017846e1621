using Sallyport.Rules.Pages;

namespace Sallyport.Rules.Threats;

/// <summary>Reads a page of the threat catalogue.</summary>
public static class ThreatPageParser
{
    /// <summary>The catalogues that pages refer to; each is a file <c>threats/ids/NAME.json</c>.</summary>
    public static readonly IReadOnlyList<string> Catalogues = ["owasp-llm", "owasp-asi", "atlas", "nist-ai-rmf", "cwe", "eu-ai-act"];

    private static readonly string[] Keys = ["title", "stride", "actors", "doors", .. Catalogues];

    /// <summary>Reads a page; throws <see cref="RulePageException"/>.</summary>
    public static ThreatPage Parse(string id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (front, body) = FrontMatter.Split(id, text, Keys);
        return new ThreatPage
        {
            Id = id,
            Title = front.Required("title"),
            Stride = front.List("stride"),
            Actors = front.List("actors"),
            Doors = front.List("doors"),
            References = Catalogues.ToDictionary(c => c, front.List),
            Help = string.Join('\n', body).Trim() + "\n",
        };
    }
}
