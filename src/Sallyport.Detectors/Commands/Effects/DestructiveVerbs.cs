using Sallyport.Detectors.Commands.Programs;

namespace Sallyport.Detectors.Commands.Effects;

/// <summary>Subcommands that destroy, whatever tool they belong to.</summary>
internal static class DestructiveVerbs
{
    private const int Words = 4;

    private static readonly string[] Verbs =
    [
        "delete", "destroy", "purge", "wipe", "nuke", "drop", "erase", "deprovision", "decommission", "force-delete", "hard-delete", "delete-all", "remove-all",
    ];

    private static readonly string[] More =
    [
        "rm", "remove", "del", "prune", "disable", "revoke", "unregister", "deregister", "reset", "uninstall", "forget", "flush", "truncate", "clear", "shutdown", "kill", "terminate", "teardown", "seal",
        "deactivate", "undeploy", "unset", "expunge", "discard",
    ];

    private static readonly string[] Options = ["--delete", "--destroy", "--purge", "--delete-all", "--wipe", "--force-delete", "--remove-all", "--drop", "--nuke", "--delete-keys"];

    /// <summary>The destructive word of a command; null when there is none. Of a tool that nobody listed only the plain words count.</summary>
    public static string? In(CommandWords command, bool unlisted)
    {
        for (var i = 0; i < command.Operands.Count && i < (unlisted ? 2 : Words); i++)
        {
            var word = command.Operands[i].Text?.ToLowerInvariant() ?? "";
            if (Array.IndexOf(Verbs, word) >= 0 || (!unlisted && (Array.IndexOf(More, word) >= 0 || HasVerb(word))))
            {
                return unlisted && command.Operands.Count < 2 && !word.Contains('-', StringComparison.Ordinal) ? null : word;
            }

            if (unlisted && HasVerb(word) && command.Operands.Count >= 1)
            {
                return word;
            }
        }

        return unlisted ? null : Array.Find(Options, command.Has);
    }

    // `delete-bucket`, `apps:destroy`, `instance.delete`.
    private static bool HasVerb(string word)
    {
        foreach (var verb in Verbs)
        {
            if (word.Length > verb.Length && ((word.StartsWith(verb, StringComparison.Ordinal) && word[verb.Length] is '-' or ':' or '_') || (word.EndsWith(verb, StringComparison.Ordinal) && word[^(verb.Length + 1)] is ':')))
            {
                return true;
            }
        }

        return false;
    }
}
