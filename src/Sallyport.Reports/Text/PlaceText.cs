using System.Globalization;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>Names findings and places in words.</summary>
internal static class PlaceText
{
    private const int ShownOfCommit = 12;

    /// <summary><c>path:line:column</c>, and the commit for history.</summary>
    public static string Of(Finding finding)
    {
        var place = VisibleText.Of(finding.Path) + ":" + finding.Start.Line.ToString(CultureInfo.InvariantCulture) +
            ":" + finding.Start.Column.ToString(CultureInfo.InvariantCulture);
        return finding.Commit is { } commit ? place + " (commit " + VisibleText.Of(commit[..Math.Min(ShownOfCommit, commit.Length)]) + ")" : place;
    }

    /// <summary><c>error[secrets/x]</c>.</summary>
    public static string Heading(Finding finding) => finding.Level.Name() + "[" + VisibleText.Of(finding.Rule) + "]";

    public static Ink InkOf(Level level) => level switch
    {
        Level.Error => Ink.Error,
        Level.Warning => Ink.Warning,
        _ => Ink.Note,
    };
}
