using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Redirections and here-documents.</content>
internal sealed partial class ShellParser
{
    private bool TakeRedirect(List<Redirect> redirects)
    {
        var digits = 0;
        while (char.IsAsciiDigit(At(digits)) && digits < 10)
        {
            digits++;
        }

        var descriptor = -1;
        if (digits > 0 && At(digits) is '<' or '>' && digits <= 9)
        {
            descriptor = int.Parse(Ahead(digits), System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (digits == 0 && Here() == '{' && NamedDescriptor() is var name and > 0)
        {
            (descriptor, digits) = (-2, name);
        }
        else if (digits > 0)
        {
            return false;
        }

        var op = RedirectOperator(digits);
        if (op.Length == 0)
        {
            return false;
        }

        Skip(digits + op.Length);
        SkipBlanks();
        if (Here() == End && Problem is null && _depth <= 3)
        {
            // Every shell refuses a command that ends so; it is judged as if the operator did not stand there.
            return true;
        }

        if (IsMeta(Here()) && !(Here() is '<' or '>' && Next() == '('))
        {
            Fail($"a file name is missing after `{op}`");
            return true;
        }

        var redirect = new Redirect(descriptor, op, ReadWord());
        redirects.Add(redirect);
        if (op is "<<" or "<<-")
        {
            _pending.Add(redirect);
        }

        return true;
    }

    private string Ahead(int count) => string.Create(count, this, static (span, parser) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = parser.At(i);
        }
    });

    private int NamedDescriptor()
    {
        var i = 1;
        while (IsName(At(i)) && i < 64)
        {
            i++;
        }

        return i > 1 && At(i) == '}' && At(i + 1) is '<' or '>' ? i + 1 : 0;
    }

    private string RedirectOperator(int ahead)
    {
        var (a, b, c) = (At(ahead), At(ahead + 1), At(ahead + 2));
        return (a, b, c) switch
        {
            ('&', '>', '>') when ahead == 0 => "&>>",
            ('&', '>', _) when ahead == 0 => "&>",
            ('<', '<', '<') => "<<<",
            ('<', '<', '-') => "<<-",
            ('<', '<', _) => "<<",
            ('<', '&', _) => "<&",
            ('<', '>', _) => "<>",
            ('<', '(', _) => "",
            ('<', _, _) => "<",
            ('>', '>', _) => ">>",
            ('>', '&', _) => ">&",
            ('>', '|', _) => ">|",
            ('>', '(', _) => "",
            ('>', _, _) => ">",
            _ => "",
        };
    }

    private void ReadDocuments()
    {
        var pending = _pending;
        _pending = [];
        foreach (var redirect in pending)
        {
            ReadDocument(redirect);
        }
    }

    private void ReadDocument(Redirect redirect)
    {
        var delimiter = Delimiter(redirect.Target);
        var quoted = redirect.Target.HasQuotes;
        var body = new System.Text.StringBuilder();
        while (_at < _length)
        {
            var line = DocumentLine(quoted, redirect.Operator == "<<-");
            _work -= line.Length;
            if (line == delimiter)
            {
                break;
            }

            body.Append(line).Append('\n');
        }

        var text = body.ToString();
        redirect.Document = quoted ? new Word([new LiteralPart(text, true)], _at, _at) : ReadDocumentParts(text);
    }

    // In a document whose delimiter is not quoted a backslash joins lines before they are compared with the delimiter.
    private string DocumentLine(bool quoted, bool tabs)
    {
        var joined = "";
        while (true)
        {
            var end = _text.IndexOf('\n', _at);
            var line = _text[_at..(end < 0 ? _length : end)];
            _at = end < 0 ? _length : end + 1;
            if (tabs && joined.Length == 0)
            {
                line = line.TrimStart('\t');
            }

            _work -= joined.Length;
            var slashes = line.Length - line.AsSpan().TrimEnd('\\').Length;
            if (quoted || slashes % 2 == 0 || end < 0 || _work < 0)
            {
                return joined + line;
            }

            joined += line[..^1];
        }
    }

    private static string Delimiter(Word word)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in word.Parts)
        {
            text.Append(part is LiteralPart literal ? literal.Text : part is ParameterPart parameter ? "$" + parameter.Name : "");
        }

        return text.ToString();
    }

    private Word ReadDocumentParts(string text)
    {
        if (text.AsSpan().IndexOfAny('$', '`', '\\') < 0)
        {
            return new Word([new LiteralPart(text, true)], _at, _at);
        }

        var inner = new ShellParser(text) { _depth = _depth };
        var word = inner.ReadQuotedText(End);
        if (inner.Problem is { } problem)
        {
            Fail(problem);
        }

        return word;
    }
}
