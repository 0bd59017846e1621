using Sallyport.Detectors.Code.Apis;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>What the name of a function that no model knows says of it.</summary>
internal static class NamedEffects
{
    private static readonly (string Word, string Kinds)[] Contexts =
    [
        ("html", "html|template"), ("xml", "html|xxe|xpath"), ("sql", "sql"), ("shell", "shell"), ("command", "shell"), ("cmd", "shell"), ("ldap", "ldap"), ("xpath", "xpath"),
        ("url", "url|redirect|header"), ("uri", "url|redirect|header"), ("path", "path"), ("filename", "path"), ("file_name", "path"), ("js", "html"), ("javascript", "html"), ("regex", "regex"), ("log", "log"), ("header", "header"),
    ];

    private static readonly string[] Verbs = ["escape", "sanitize", "sanitise", "purify", "quote", "clean", "encode", "strip"];

    /// <summary>The kinds for which its result is safe.</summary>
    public static ulong Sanitizes(string name, Kinds kinds)
    {
        var verb = false;
        foreach (var one in Verbs)
        {
            verb |= name.Contains(one, StringComparison.OrdinalIgnoreCase);
        }

        if (!verb || name.Contains("unescape", StringComparison.OrdinalIgnoreCase) || name.Contains("unquote", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var bits = name is "escape" or "sanitize" or "purify" ? kinds.Bit("html") : 0;
        foreach (var (word, context) in Contexts)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                bits |= kinds.Bit(context);
            }
        }

        return bits;
    }

    /// <summary>Whether it looks something up by its arguments, which are not in the answer.</summary>
    public static bool LooksUp(string name) => Begins(name, "get", "find", "filter", "query", "execute", "fetch", "load", "first", "all", "one", "lookup", "search", "select", "exists", "count", "save", "delete", "remove", "update", "set", "add", "send", "close", "index");

    /// <summary>Whether it only tells something: a truth value or a number.</summary>
    public static bool Tells(string name) => Begins(name, "is_", "has_", "is", "has", "count", "len", "exists", "contains", "startsWith", "startswith", "endsWith", "endswith", "indexOf", "includes", "compare", "equals", "hash", "verify", "check", "validate") && !name.StartsWith("issue", StringComparison.Ordinal);

    /// <summary>Whether it puts its arguments into its object.</summary>
    public static bool Writes(string name) => name is "append" or "add" or "write" or "writelines" or "push" or "extend" or "insert" or "update" or "put" or "set" or "unshift" or "concat" or "addAll" or "Add" or "Append" or "Insert" or "feed";

    private static bool Begins(string name, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            // A word ends where the name does, at an underscore or before a capital.
            if (name.StartsWith(beginning, StringComparison.Ordinal) && (beginning[^1] == '_' || name.Length == beginning.Length || !char.IsAsciiLetterLower(name[beginning.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
