using System.Text;
using Sallyport.Core.Artifacts;

namespace Sallyport.Engine.Undo;

/// <summary>Whether an action may destroy something. A word too many costs some milliseconds, a word too few a day's work.</summary>
internal static class UndoTrigger
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "rm", "rmdir", "unlink", "shred", "mv", "dd", "truncate", "rsync", "tee", "install", "find", "xargs", "parallel", "sed", "perl", "patch", "ln", "cp", "tar", "unzip", "mkfs",
        "chmod", "chown", "git", "python", "python3", "node", "ruby", "php", "bash", "sh", "eval", "source", "make", "Remove-Item", "del", "rd",
    };

    private static readonly HashSet<string> HarmlessGit = new(StringComparer.Ordinal)
    {
        "status", "log", "diff", "show", "add", "commit", "fetch", "remote", "rev-parse", "ls-files", "blame", "grep", "config", "describe", "shortlog", "push",
    };

    /// <summary>Whether a state is kept before this.</summary>
    public static bool Wants(Artifact action)
    {
        if (action.Kind != ArtifactKind.Command)
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(action.Bytes.Span);
        if (text.Contains('>', StringComparison.Ordinal))
        {
            return true;
        }

        var words = text.Split([' ', '\t', '\n', ';', '&', '|', '(', ')', '`', '"', '\'', '=', '/', '\\', '{', '}', '$'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (Words.Contains(words[i]) && !(words[i] == "git" && i + 1 < words.Length && HarmlessGit.Contains(words[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
