using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Commands;

/// <summary>Splits a line into simple commands and their words. Light: no expansion, no here-documents.</summary>
public static class WordSplitter
{
    /// <summary>The commands in <paramref name="line"/>, whose first byte stands at <paramref name="start"/>.</summary>
    public static IEnumerable<List<CommandWord>> Split(string line, int start)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = new List<CommandWord>();
        var at = 0;
        var bytes = start;
        while (at < line.Length)
        {
            var c = line[at];
            if (c is ' ' or '\t')
            {
                Advance(1);
            }
            else if (c is ';' or '|' or '&' or '\n' or '(' or ')' or '`' || (c == '$' && at + 1 < line.Length && line[at + 1] == '('))
            {
                if (words.Count > 0)
                {
                    yield return words;
                    words = [];
                }

                Advance(c == '$' ? 2 : 1);
            }
            else if (c == '#' && (at == 0 || line[at - 1] is ' ' or '\t'))
            {
                break;
            }
            else
            {
                words.Add(Word());
            }
        }

        if (words.Count > 0)
        {
            yield return words;
        }

        void Advance(int count)
        {
            bytes += Encoding.UTF8.GetByteCount(line.AsSpan(at, count));
            at += count;
        }

        CommandWord Word()
        {
            var text = new StringBuilder();
            var (from, plain) = (bytes, true);
            var quote = '\0';
            var lead = line[at] is '"' or '\'' ? 1 : 0;
            while (at < line.Length)
            {
                var c = line[at];
                if (quote == '\0' && c is ' ' or '\t' or ';' or '|' or '&' or '\n' or ')' or '`' && quote == '\0')
                {
                    break;
                }

                if (c is '"' or '\'' && (quote == '\0' || quote == c))
                {
                    quote = quote == '\0' ? c : '\0';
                    Advance(1);
                    continue;
                }

                if (c == '\\' && quote != '\'' && at + 1 < line.Length)
                {
                    Advance(1);
                    c = line[at];
                }
                else
                {
                    plain &= quote == '\'' || c is not ('$' or '*' or '{');
                }

                text.Append(c);
                Advance(1);
            }

            return new CommandWord(text.ToString(), new TextSpan(from + lead, Math.Max(0, bytes - from - (2 * lead))), plain);
        }
    }
}
