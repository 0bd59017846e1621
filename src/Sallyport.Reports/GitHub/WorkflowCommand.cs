using System.Globalization;
using System.Text;
using Sallyport.Core.Findings;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.GitHub;

/// <summary>One line that a GitHub runner acts upon, escaped as its toolkit escapes.</summary>
internal static class WorkflowCommand
{
    public const string EndGroup = "::endgroup::\n";

    public static string Group(string title) => "::group::" + Data(title) + "\n";

    /// <summary>An annotation.</summary>
    /// <param name="kind"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="title">Shown in bold.</param>
    /// <param name="message">What it says; may hold line feeds.</param>
    /// <param name="finding">Where; null for the step as a whole.</param>
    public static string Of(string kind, string title, string message, Finding? finding = null)
    {
        var command = new StringBuilder("::").Append(kind).Append(' ');
        if (finding is not null)
        {
            command.Append("file=").Append(Property(VisibleText.Of(finding.Path)));
            Number(command, ",line=", finding.Start.Line);
            Number(command, ",endLine=", finding.End.Line);
            // Columns of a place over several lines make the runner refuse the annotation.
            if (finding.End.Line == finding.Start.Line)
            {
                Number(command, ",col=", finding.Start.Column);
                Number(command, ",endColumn=", Math.Max(finding.Start.Column, finding.End.Column - 1));
            }

            command.Append(',');
        }

        return command.Append("title=").Append(Property(title)).Append("::").Append(Data(message)).Append('\n').ToString();
    }

    private static void Number(StringBuilder command, string name, int number) =>
        command.Append(name).Append(number.ToString(CultureInfo.InvariantCulture));

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
