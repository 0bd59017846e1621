using Sallyport.Core;

namespace Sallyport.Cli.Commands.Initializing;

/// <summary>Our lines in a pre-commit hook that may hold other people's, too.</summary>
internal static class HookFile
{
    /// <summary>The hook with our lines, right behind its first line so that no early exit skips them; the same text when they stand there already.</summary>
    public static string With(string? hook)
    {
        const string Block = Templates.HookBegin + Templates.HookLines + Templates.HookEnd;
        if (string.IsNullOrEmpty(hook))
        {
            return Templates.HookShebang + Block;
        }

        if (Has(hook))
        {
            return hook;
        }

        var line = hook.IndexOf('\n', StringComparison.Ordinal) + 1;
        var first = line == 0 ? hook : hook[..line];
        return first.StartsWith("#!", StringComparison.Ordinal) && first.Contains("sh", StringComparison.Ordinal) && line > 0 ? first + Block + hook[line..]
            : throw new UserException("the pre-commit hook is no shell script", "call `sallyport scan --staged` from it yourself");
    }

    /// <summary>The hook without our lines; null when nothing but them was there.</summary>
    public static string? Without(string hook)
    {
        var from = hook.IndexOf(Templates.HookBegin, StringComparison.Ordinal);
        var to = hook.IndexOf(Templates.HookEnd, StringComparison.Ordinal) + Templates.HookEnd.Length;
        var rest = from < 0 || to < from ? hook : hook[..from] + hook[to..];
        return rest == Templates.HookShebang ? null : rest;
    }

    public static bool Has(string hook) => hook.Contains(Templates.HookBegin, StringComparison.Ordinal) && hook.Contains(Templates.HookEnd, StringComparison.Ordinal);
}
