using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>JavaScript and TypeScript: <c>import</c>, <c>export … from</c>, <c>require()</c> and <c>import()</c> of literal names.</summary>
internal static class JavaScriptImports
{
    public static void Read(ReadOnlySpan<byte> text, List<ImportedModule> modules, List<string> offers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (at, last, before, attempts) = (0, Token.Other, Token.Other, 0);
        var braces = new Stack<bool>();
        while (at < text.Length)
        {
            var c = text[at];
            if (c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                at++;
                continue;
            }

            if (c == '/' && at + 1 < text.Length && text[at + 1] is (byte)'/' or (byte)'*')
            {
                at = PastComment(text, at);
                continue;
            }

            var token = Token.Other;
            if (c is (byte)'"' or (byte)'\'')
            {
                var start = at + 1;
                at = PastString(text, at);
                Take(text, TextSpan.Between(start, Math.Max(start, at - 1)), last, before, attempts > 0, seen, modules, offers);
                token = Token.Value;
            }
            else if (c == '`')
            {
                at = PastTemplate(text, at);
                token = Token.Value;
            }
            else if (c == '/' && last is Token.Other or Token.Open or Token.From)
            {
                at = PastExpression(text, at);
                token = Token.Value;
            }
            else if (IsWord(c))
            {
                var start = at;
                while (at < text.Length && IsWord(text[at]))
                {
                    at++;
                }

                token = last != Token.Dot ? Of(text[start..at])
                    : before == Token.Require && text[start..at].SequenceEqual("resolve"u8) ? Token.Require
                    : Token.Value;
            }
            else
            {
                at++;
                token = c switch { (byte)'(' => Token.Open, (byte)'.' => Token.Dot, (byte)')' or (byte)']' or (byte)'}' => Token.Value, _ => Token.Other };
                if (c == '{')
                {
                    braces.Push(last == Token.Try);
                    attempts += last == Token.Try ? 1 : 0;
                }
                else if (c == '}' && braces.TryPop(out var attempt))
                {
                    attempts -= attempt ? 1 : 0;
                    token = Token.Other; // a block ends more often than an object before a slash
                }
            }

            (before, last) = (last, token);
        }
    }

    private static void Take(ReadOnlySpan<byte> text, TextSpan span, Token last, Token before, bool optional, HashSet<string> seen, List<ImportedModule> modules, List<string> offers)
    {
        var imports = last is Token.From or Token.Import || (last == Token.Open && before is Token.Require or Token.Import);
        if ((!imports && last != Token.Module) || span.Length is 0 or > 214)
        {
            return;
        }

        var name = Encoding.UTF8.GetString(text.Slice(span.Start, span.Length));
        if (last == Token.Module)
        {
            offers.Add(name);
        }
        else if (seen.Add(name))
        {
            modules.Add(new ImportedModule(name, span, optional));
        }
    }

    private static Token Of(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("from"u8) ? Token.From
        : word.SequenceEqual("import"u8) ? Token.Import
        : word.SequenceEqual("require"u8) ? Token.Require
        : word.SequenceEqual("module"u8) ? Token.Module
        : word.SequenceEqual("try"u8) ? Token.Try
        : word.SequenceEqual("return"u8) || word.SequenceEqual("typeof"u8) || word.SequenceEqual("case"u8) || word.SequenceEqual("in"u8) || word.SequenceEqual("of"u8) ? Token.Other
        : Token.Value;

    private static int PastComment(ReadOnlySpan<byte> text, int at)
    {
        var line = text[at + 1] == '/';
        var end = text[(at + 2)..].IndexOf(line ? "\n"u8 : "*/"u8);
        return end < 0 ? text.Length : at + 2 + end + (line ? 0 : 2);
    }

    private static int PastString(ReadOnlySpan<byte> text, int at)
    {
        var quote = text[at];
        for (at++; at < text.Length && text[at] != quote && text[at] != '\n'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return Math.Min(text.Length, at < text.Length && text[at] == '\n' ? at : at + 1);
    }

    // What stands in ${…} is passed over with its braces counted.
    private static int PastTemplate(ReadOnlySpan<byte> text, int at)
    {
        var depth = 0;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (depth == 0 && text[at] == '`')
            {
                return at + 1;
            }
            else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
            {
                depth++;
                at++;
            }
            else if (depth > 0 && text[at] is (byte)'{' or (byte)'}')
            {
                depth += text[at] == '{' ? 1 : -1;
            }
        }

        return text.Length;
    }

    private static int PastExpression(ReadOnlySpan<byte> text, int at)
    {
        var (start, inClass) = (at, false);
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] is (byte)'[' or (byte)']')
            {
                inClass = text[at] == '[';
            }
            else if (text[at] == '/' && !inClass)
            {
                return at + 1;
            }
        }

        return start + 1; // a division after all
    }

    private static bool IsWord(byte c) => c is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_' or (byte)'$' || c > 127;

    private enum Token
    {
        Other,
        Value,
        Open,
        Dot,
        From,
        Import,
        Require,
        Module,
        Try,
    }
}
