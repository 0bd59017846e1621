using System.Text;
using Sallyport.Core.Ignoring;
using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>A pattern of Claude Code's settings: git's language with four beginnings, <c>//</c> for the whole disk, <c>~/</c> for home, <c>/</c> for the project, anything else for the folder it works in.</summary>
/// <param name="Entry">Where it stands.</param>
/// <param name="Text">The pattern.</param>
/// <param name="Pattern">What it matches among the places of the project; null for nothing.</param>
/// <param name="Wrong">Why it matches nothing, in words; null when it may match.</param>
internal sealed record ClaudePattern(JsonEntries.Entry Entry, string Text, IgnorePattern? Pattern, string? Wrong)
{
    /// <summary>Reads a pattern.</summary>
    /// <param name="entry">Where it stands.</param>
    /// <param name="text">The pattern.</param>
    /// <param name="user">Whether it stands in the user's settings, where what is relative is relative to those.</param>
    public static ClaudePattern Of(JsonEntries.Entry entry, string text, bool user)
    {
        if (text.Length > 1 && text.EndsWith('/'))
        {
            return new ClaudePattern(entry, text, null, "a slash at the end covers no file below the folder; write `/**` instead");
        }

        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            return new ClaudePattern(entry, text, text.StartsWith("//**/", StringComparison.Ordinal) ? Parse(text[2..]) : null, null);
        }

        if (text.StartsWith("~/", StringComparison.Ordinal))
        {
            return new ClaudePattern(entry, text, null, null);
        }

        if (IgnoreMistakes.IsHome(text))
        {
            return new ClaudePattern(entry, text, null, "one slash begins at the project, not at the disk; write two");
        }

        if (user)
        {
            return new ClaudePattern(entry, text, null, "in the user's settings it is relative to ~/.claude; write `//**/` in front");
        }

        return new ClaudePattern(entry, text, Parse(text.StartsWith("./", StringComparison.Ordinal) ? text[1..] : text), null);
    }

    /// <summary>Whether it covers a place, or a folder around it.</summary>
    public bool Covers(string place)
    {
        if (Pattern is null)
        {
            return false;
        }

        for (var slash = place.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = place.IndexOf('/', slash + 1))
        {
            if (Matches(place[..slash]))
            {
                return true;
            }
        }

        return Matches(place);
    }

    private bool Matches(string place) =>
        Pattern!.Matches(Encoding.UTF8.GetBytes(Pattern.ByName ? place[(place.LastIndexOf('/') + 1)..] : place));

    private static IgnorePattern? Parse(string text) => IgnorePattern.Parse(Encoding.UTF8.GetBytes(text));
}
