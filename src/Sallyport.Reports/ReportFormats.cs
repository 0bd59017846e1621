using Sallyport.Reports.GitHub;
using Sallyport.Reports.Html;
using Sallyport.Reports.Json;
using Sallyport.Reports.JUnit;
using Sallyport.Reports.Markdown;
using Sallyport.Reports.Sarif;
using Sallyport.Reports.Text;

namespace Sallyport.Reports;

/// <summary>The one table of formats.</summary>
public static class ReportFormats
{
    /// <summary>What <c>--output</c> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", "full", "concise", "json", "sarif", "github", "markdown", "junit", "html"];

    /// <summary>The format of a name; null when there is none.</summary>
    public static IReport? Find(string name) => name switch
    {
        "text" => new TextReport("text", TextReport.UsualFrames),
        "full" => new TextReport("full", int.MaxValue),
        "concise" => new TextReport("concise", 0),
        "json" => new JsonReport(),
        "sarif" => new SarifReport(),
        "github" => new GitHubReport(),
        "markdown" => new MarkdownReport(),
        "junit" => new JUnitReport(),
        "html" => new HtmlReport(),
        _ => null,
    };
}
