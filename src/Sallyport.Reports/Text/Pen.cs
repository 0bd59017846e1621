using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>Writes text for people: colours and links where the options want them. What it is given must be safe to show (<see cref="VisibleText"/>).</summary>
internal sealed class Pen(TextWriter to, ReportOptions options)
{
    private const string Escape = "\e";

    public void Write(string text) => to.Write(text);

    public void Write(string text, Ink ink)
    {
        if (!options.Color || ink == Ink.Plain)
        {
            to.Write(text);
            return;
        }

        to.Write(Code(ink));
        to.Write(text);
        to.Write(Escape + "[0m");
    }

    public void Line(string text = "")
    {
        to.Write(text);
        to.Write('\n');
    }

    /// <summary>The place of a finding, which a terminal opens on a click where links are wanted and it lies in a file.</summary>
    public void Place(Finding finding)
    {
        var (path, text) = (finding.Path, PlaceText.Of(finding));
        if (options.LinkRoot is null || finding.Commit is not null || path.StartsWith('<') || path.Contains("!/", StringComparison.Ordinal))
        {
            to.Write(text);
            return;
        }

        var uri = new StringBuilder("file://");
        UriText.AppendPath(uri, path.StartsWith('/') ? path : options.LinkRoot + "/" + path);
        to.Write(Escape + "]8;;" + uri + Escape + "\\");
        to.Write(text);
        to.Write(Escape + "]8;;" + Escape + "\\");
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Strong => Escape + "[1m",
        Ink.Faint => Escape + "[2m",
        Ink.Error => Escape + "[1;31m",
        Ink.Warning => Escape + "[1;33m",
        Ink.Note => Escape + "[1;36m",
        Ink.Good => Escape + "[1;32m",
        _ => Escape + "[34m",
    };
}
