using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Python: <c>import a.b, c</c> and <c>from a.b import c</c> at the start of a statement.</summary>
internal static class PythonImports
{
    public static void Read(string path, ReadOnlySpan<byte> text, List<ImportedModule> modules)
    {
        Read(text, modules);
        if (!path.Contains("test", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        // Tests write modules to disk and import them then: their names stand in the file as texts, too.
        for (var i = 0; i < modules.Count; i++)
        {
            var top = Encoding.UTF8.GetBytes(modules[i].Name.Split('.')[0]);
            if (text.IndexOf([(byte)'"', .. top]) >= 0 || text.IndexOf([(byte)'\'', .. top]) >= 0)
            {
                modules[i] = modules[i] with { Optional = true };
            }
        }
    }

    private static void Read(ReadOnlySpan<byte> text, List<ImportedModule> modules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var attempts = new Stack<int>();
        var (at, depth, begins, indent) = (0, 0, true, 0);
        while (at < text.Length)
        {
            var c = text[at];
            switch (c)
            {
                case (byte)'\n':
                    (begins, indent) = (depth == 0, 0);
                    at++;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    indent += begins ? 1 : 0;
                    at++;
                    break;
                case (byte)'#':
                    var end = text[at..].IndexOf((byte)'\n');
                    at = end < 0 ? text.Length : at + end;
                    break;
                case (byte)'\\':
                    at += at + 2 < text.Length && text[at + 1] == '\r' ? 3 : 2;
                    break;
                case (byte)'"' or (byte)'\'':
                    at = PastString(text, at);
                    begins = false;
                    break;
                case (byte)'(' or (byte)'[' or (byte)'{':
                    depth++;
                    at++;
                    begins = false;
                    break;
                case (byte)')' or (byte)']' or (byte)'}':
                    depth = Math.Max(0, depth - 1);
                    at++;
                    begins = false;
                    break;
                case (byte)';':
                    begins = depth == 0;
                    at++;
                    break;
                default:
                    var start = at;
                    while (at < text.Length && IsWord(text[at]))
                    {
                        at++;
                    }

                    if (at == start)
                    {
                        at++;
                        begins = false;
                        break;
                    }

                    if (begins && depth == 0)
                    {
                        at = Statement(text, start, at, indent, attempts, seen, modules);
                    }

                    begins = false;
                    break;
            }
        }
    }

    private static int Statement(ReadOnlySpan<byte> text, int start, int at, int indent, Stack<int> attempts, HashSet<string> seen, List<ImportedModule> modules)
    {
        var word = text[start..at];
        while (attempts.Count > 0 && indent <= attempts.Peek() && !(indent == attempts.Peek() && word.SequenceEqual("except"u8)))
        {
            attempts.Pop();
        }

        if (word.SequenceEqual("try"u8))
        {
            attempts.Push(indent);
        }
        else if (word.SequenceEqual("import"u8))
        {
            do
            {
                at = Skip(text, at);
                at = Module(text, at, attempts.Count > 0, seen, modules);
                at = Skip(text, at);
                if (text[at..].StartsWith("as "u8))
                {
                    at = Skip(text, at + 3);
                    while (at < text.Length && IsWord(text[at]))
                    {
                        at++;
                    }

                    at = Skip(text, at);
                }
            }
            while (at < text.Length && text[at++] == ',');
            at--;
        }
        else if (word.SequenceEqual("from"u8))
        {
            at = Module(text, Skip(text, at), attempts.Count > 0, seen, modules);
        }

        return at;
    }

    private static int Module(ReadOnlySpan<byte> text, int at, bool optional, HashSet<string> seen, List<ImportedModule> modules)
    {
        var start = at;
        while (at < text.Length && (IsWord(text[at]) || text[at] == '.'))
        {
            at++;
        }

        if (at > start && text[start] != '.' && text[start] is not (>= (byte)'0' and <= (byte)'9'))
        {
            var name = Encoding.UTF8.GetString(text[start..at]);
            if (seen.Add(name))
            {
                modules.Add(new ImportedModule(name, TextSpan.Between(start, at), optional));
            }
        }

        return at;
    }

    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\\' or (byte)'\r' || (at < text.Length && text[at] == '\n' && at > 0 && text[at - 1] is (byte)'\\' or (byte)'\r' && Continued(text, at)))
        {
            at++;
        }

        return at;
    }

    private static bool Continued(ReadOnlySpan<byte> text, int feed) => text[feed - 1] == '\\' || (feed > 1 && text[feed - 2] == '\\');

    private static int PastString(ReadOnlySpan<byte> text, int at)
    {
        var quote = text[at];
        if (at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)
        {
            for (at += 3; at < text.Length; at++)
            {
                if (text[at] == '\\')
                {
                    at++;
                }
                else if (text[at] == quote && at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)
                {
                    return at + 3;
                }
            }

            return text.Length;
        }

        for (at++; at < text.Length && text[at] != quote && text[at] != '\n'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return Math.Min(text.Length, at < text.Length && text[at] == '\n' ? at : at + 1);
    }

    private static bool IsWord(byte c) => c is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_' || c > 127;
}
