using System.Security.Cryptography;
using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Html;

/// <summary>One file for a browser: nothing is loaded from anywhere, and only its own script and style may run.</summary>
internal sealed class HtmlReport : IReport
{
    public string Name => "html";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var (style, script) = (Part("page.css"), Part("page.js"));
        writer.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Sallyport: scan report</title>
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#findings">To the findings</a>

            """);
        var tally = Tally.Of(result);
        HtmlHead.Write(writer, result, tally);
        HtmlFilter.Write(writer, result, tally);
        WriteFindings(writer, result);
        HtmlAppendix.Write(writer, result);
        writer.Write($"""
            </main>
            <footer>Sallyport {HtmlText.Of(options.Version)}. Secrets are masked. <span class="keys script" hidden>Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open, <kbd>Esc</kbd> reset.</span></footer>
            <script>{script}</script>
            </body>
            </html>

            """);
    }

    private static void WriteFindings(TextWriter writer, ScanResult result)
    {
        writer.Write("<main>\n");
        if (result.Findings.Count == 0)
        {
            writer.Write($"<p class=\"empty\"><strong>No findings</strong>{Amount.Of(result.Artifacts, "file")} looked at with {Amount.Of(result.RulesRun, "rule")}.</p>\n");
        }

        writer.Write("<p class=\"empty\" id=\"none\" hidden><strong>Nothing fits the filter</strong>Press Esc in a field, or Reset, to see everything again.</p>\n<div id=\"findings\">\n");
        var card = new HtmlFinding(writer, result);
        for (var level = Level.Error; level >= Level.Note; level--)
        {
            foreach (var finding in result.Findings)
            {
                if (finding.Level == level)
                {
                    card.Write(finding);
                }
            }
        }

        writer.Write("</div>\n");
    }

    private static string Part(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Hash(string part) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part)));
}
