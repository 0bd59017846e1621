namespace Sallyport.Detectors.Commands.Effects;

/// <summary>SQL, as far as it destroys: words outside of strings and comments.</summary>
internal static class SqlStatement
{
    /// <summary>The statement that destroys; null when none does.</summary>
    public static string? Destroys(string text)
    {
        foreach (var statement in Statements(text))
        {
            var words = statement;
            for (var i = 0; i < words.Count; i++)
            {
                var (word, next) = (words[i], i + 1 < words.Count ? words[i + 1] : "");
                var destroys = word switch
                {
                    "DROP" => next is "DATABASE" or "TABLE" or "SCHEMA" or "INDEX" or "VIEW" or "USER" or "ROLE" or "COLUMN" or "KEYSPACE" or "COLLECTION" or "TABLESPACE" or "FUNCTION" or "TRIGGER" or "SEQUENCE" or "TYPE" or "MATERIALIZED" or "OWNED" or "EXTENSION" or "WAREHOUSE" or "STREAM" or "PARTITION" or "POLICY" or "PUBLICATION" or "SUBSCRIPTION" or "PROCEDURE" or "CONSTRAINT",
                    "TRUNCATE" => i == 0 || next == "TABLE",
                    "DELETE" => i == 0 && next == "FROM" && Unconditional(words),
                    "UPDATE" => i == 0 && words.Contains("SET") && Unconditional(words),
                    "ALTER" => i == 0 && words.Contains("DROP"),
                    "GRANT" or "REVOKE" => i == 0,
                    "SHUTDOWN" or "VACUUMLO" => i == 0,
                    "PURGE" => i == 0,
                    "EXEC" or "EXECUTE" => next.StartsWith("XP_CMDSHELL", StringComparison.Ordinal),
                    _ => word.StartsWith("XP_CMDSHELL", StringComparison.Ordinal),
                };
                if (destroys)
                {
                    return string.Join(' ', words.Take(6));
                }
            }
        }

        return null;
    }

    // A condition that is always true is none.
    private static bool Unconditional(List<string> words)
    {
        var where = words.IndexOf("WHERE");
        return where < 0 || (words.Count - where == 2 && words[where + 1] is "TRUE" or "1") || (words.Count - where == 3 && words[where + 1] == words[where + 2]);
    }

    private static List<List<string>> Statements(string text)
    {
        var statements = new List<List<string>> { new() };
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\'')
            {
                var end = text.IndexOf(c, i + 1);
                i = end < 0 ? text.Length : end;
            }
            else if (c == '-' && i + 1 < text.Length && text[i + 1] == '-' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                var end = text.IndexOf('\n', i);
                i = end < 0 ? text.Length : end;
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? text.Length : end + 1;
            }
            else if (c == ';')
            {
                statements.Add([]);
            }
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                var start = i;
                while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '_'))
                {
                    i++;
                }

                statements[^1].Add(text[start..(i + 1)].ToUpperInvariant());
            }
        }

        return statements;
    }
}
