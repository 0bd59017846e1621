using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure;

/// <summary>Lines of ignore files that match nothing, whatever the project holds.</summary>
internal static class IgnoreMistakes
{
    private static readonly string[] Homes = ["/home/", "/Users/"];

    /// <summary>The mistakes in a file, each with what mends it.</summary>
    /// <param name="fact">The file.</param>
    /// <param name="negation">Whether <c>!</c> takes files back there.</param>
    public static IEnumerable<(TextSpan Span, string Title, string Change)> In(SettingsFact fact, bool negation)
    {
        var lines = new IgnoreLines();
        lines.Add(fact, "");
        foreach (var line in lines.All)
        {
            var text = line.Text;
            if (!negation && text.StartsWith('!'))
            {
                yield return (line.Span, $"`{text}` takes nothing back: this file knows no `!`", "take the line out, and name what is private more narrowly");
                continue;
            }

            if (Wrong(text.TrimStart('!')) is { } wrong)
            {
                yield return (line.Span, $"`{text}` matches nothing: {wrong.Why}", wrong.Change);
            }
        }
    }

    /// <summary>Whether a path leads into somebody's home; a project may have a folder `home` of its own.</summary>
    internal static bool IsHome(string path) => Homes.Any(h => path.StartsWith(h, StringComparison.Ordinal)) && path.TrimEnd('/').AsSpan().Count('/') >= 3;

    private static (string Why, string Change)? Wrong(string line)
    {
        if (line.StartsWith("./", StringComparison.Ordinal) || line.StartsWith("../", StringComparison.Ordinal))
        {
var rest = line[(line.IndexOf('/', StringComparison.Ordinal) + 1)..];
            return ("patterns know no `./`", $"write `/{rest}` for the first folder, or `{rest}` for any");
        }

        if (line.StartsWith("~/", StringComparison.Ordinal) || IsHome(line) || (line.Length > 3 && line[1] == ':' && line[2] == '\\' && char.IsAsciiLetter(line[0])))
        {
            return ("paths begin at this file's folder, not at the disk", "write the path from here on");
        }

        if (line.Contains('\\', StringComparison.Ordinal) && !line.Contains("\\ ", StringComparison.Ordinal) && !line.Contains("\\!", StringComparison.Ordinal) && !line.Contains("\\#", StringComparison.Ordinal) && !line.Contains("\\[", StringComparison.Ordinal) && !line.Contains("\\*", StringComparison.Ordinal))
        {
            return ("folders are parted by `/`, and `\\` takes the next letter as it is", $"write `{line.Replace('\\', '/')}`");
        }

        if (line.IndexOf(" #", StringComparison.Ordinal) is > 0 and var comment)
        {
            return ("a comment stands on a line of its own", $"write `{line[..comment].TrimEnd()}`");
        }

        if ((line.StartsWith("Read(", StringComparison.Ordinal) && line.EndsWith(')')) || (line.Length > 2 && line[0] == '"' && (line.EndsWith('"') || line.EndsWith("\","))))
        {
            return ("this is the language of settings, not of ignore files", $"write `{line.Replace("Read(", "", StringComparison.Ordinal).Trim('"', ',', ')')}`");
        }

        return null;
    }
}
