using System.Globalization;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Findings;

namespace Sallyport.Engine.Hooks;

/// <summary>What people and models read of a decision.</summary>
internal static class HookText
{
    private const int LongestAction = 4000;

    /// <summary>The action without its secrets, cut where nobody would read on.</summary>
    public static string Action(Artifact artifact, IReadOnlyList<Finding> findings)
    {
        var text = Encoding.UTF8.GetString(Redaction.Of(artifact, findings).Span);
        return Visible(text.Length <= LongestAction ? text : $"{text[..LongestAction]} [… {text.Length - LongestAction} more characters]");
    }

    // Evidence quotes the command, and the command may hold what another finding is about.
    private static List<string> Secrets(Artifact artifact, IReadOnlyList<Finding> findings)
    {
        var secrets = new List<string>();
        foreach (var finding in findings)
        {
            if (finding.Preview is not null && finding.Span.End <= artifact.Bytes.Length)
            {
                secrets.Add(Encoding.UTF8.GetString(artifact.Bytes.Span[finding.Span.Start..finding.Span.End]));
            }
        }

        return secrets;
    }

    // Evidence may be cut, so the beginning of a secret is enough.
    private static string Masked(string line, List<string> secrets)
    {
        const int Telling = 6;
        foreach (var secret in secrets)
        {
            int at;
            while ((at = line.IndexOf(secret[..Math.Min(Telling, secret.Length)], StringComparison.Ordinal)) >= 0)
            {
                var end = at;
                while (end < line.Length && end - at < secret.Length && line[end] == secret[end - at])
                {
                    end++;
                }

                line = string.Concat(line.AsSpan(0, at), "[redacted]", line.AsSpan(end));
            }
        }

        return line;
    }

    /// <summary>The text with everything spelled out that a screen would hide, turn round or obey.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n' || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse))
            {
                visible.Append(rune);
            }
            else
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
        }

        return visible.ToString();
    }

    /// <summary>What was found, each with what speaks for it.</summary>
    public static List<string> Effects(Artifact artifact, IReadOnlyList<Finding> findings)
    {
        var secrets = Secrets(artifact, findings);
        var lines = new List<string>();
        foreach (var finding in findings)
        {
            if (finding.Fails)
            {
                var line = $"{finding.Level.Name()} {finding.Rule}: {finding.Title}{(finding.Evidence.Count > 0 ? " (" + string.Join("; ", finding.Evidence) + ")" : "")}";
                line = Visible(Masked(line, secrets));
                if (!lines.Contains(line))
                {
                    lines.Add(line);
                }
            }
        }

        return lines;
    }

    public static string Of(Artifact artifact, Decision decision)
    {
        var effects = Effects(artifact, decision.Findings);
        return effects.Count == 0 ? decision.Policy : string.Join(". ", effects);
    }
}
