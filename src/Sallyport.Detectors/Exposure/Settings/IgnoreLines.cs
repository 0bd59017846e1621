using System.Text;
using Sallyport.Core.Ignoring;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Exposure.Settings;

/// <summary>The lines of ignore files of one tool, those of nearer folders last: the last line that matches decides, and nothing below an ignored folder is taken back.</summary>
internal sealed class IgnoreLines
{
    private const int MostLines = 10_000;
    private readonly List<Line> _lines = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<Line> All => _lines;

    /// <summary>Adds the lines of a file.</summary>
    /// <param name="fact">The file.</param>
    /// <param name="folder">Its folder in the project, with the closing slash; empty for the first.</param>
    public void Add(SettingsFact fact, string folder)
    {
        var text = fact.Text.AsSpan();
        for (int at = text.StartsWith("\uFEFF"u8) ? 3 : 0; at < text.Length && _lines.Count < MostLines;)
        {
            var end = text[at..].IndexOf((byte)'\n');
            var length = end < 0 ? text.Length - at : end;
            var line = text.Slice(at, length).TrimEnd("\r"u8);
            if (IgnorePattern.Parse(line) is { } pattern)
            {
                _lines.Add(new Line(fact, new TextSpan(at, line.TrimEnd(" "u8).Length), pattern, folder));
            }

            at += length + 1;
        }
    }

    /// <summary>Whether a file is ignored, and by which line that was decided; null where no line speaks of it.</summary>
    /// <param name="place">Its path in the project.</param>
    /// <param name="negation">Whether a line may take a file back.</param>
    public (bool Ignored, Line By)? Decide(string place, bool negation = true)
    {
        for (var slash = place.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = place.IndexOf('/', slash + 1))
        {
            if (Last(place[..slash], folder: true, negation) is { Pattern.Negated: false } line)
            {
                return (true, line);
            }
        }

        return Last(place, folder: false, negation) is { } last ? (!last.Pattern.Negated, last) : null;
    }

    /// <summary>Whether a line that takes nothing back ignores a file, whatever other lines say.</summary>
    public bool EverIgnored(string place) => Decide(place, negation: false)?.Ignored == true;

    private Line? Last(string place, bool folder, bool negation)
    {
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var line = _lines[i];
            if ((negation || !line.Pattern.Negated) && (folder || !line.Pattern.FoldersOnly) && line.Matches(place))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>A line that says something.</summary>
    /// <param name="Fact">Its file.</param>
    /// <param name="Span">Where it stands.</param>
    /// <param name="Pattern">What it says.</param>
    /// <param name="Folder">The folder that it speaks of.</param>
    internal sealed record Line(SettingsFact Fact, TextSpan Span, IgnorePattern Pattern, string Folder)
    {
        public string Text => Encoding.UTF8.GetString(Fact.Text.AsSpan(Span.Start, Span.Length));

        public bool Matches(string place)
        {
            if (!place.StartsWith(Folder, StringComparison.Ordinal))
            {
                return false;
            }

            var inner = Encoding.UTF8.GetBytes(place[Folder.Length..]);
            return Pattern.Matches(Pattern.ByName ? inner.AsSpan(inner.AsSpan().LastIndexOf((byte)'/') + 1) : inner);
        }
    }
}
