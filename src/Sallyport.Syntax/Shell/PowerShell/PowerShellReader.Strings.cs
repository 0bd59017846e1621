using System.Text;

namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Strings and what is put into them.</content>
internal sealed partial class PowerShellReader
{
    private string Single()
    {
        var result = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (Here == '\'')
            {
                if (Next != '\'')
                {
                    _at++;
                    return result.ToString();
                }

                _at++;
            }

            result.Append(Here);
        }

        Fail("a string is not closed");
        return "";
    }

    private Value Double()
    {
        _at++;
        return Interpolated('"');
    }

    private Value Interpolated(char close)
    {
        var value = Value.Empty;
        var run = new StringBuilder();
        while (_at < text.Length)
        {
            if (Here == '`')
            {
                run.Append(Next switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => ' ', 'e' => '\u001b', var c => c });
                _at += 2;
            }
            else if (Here == close && close != '\0')
            {
                if (Next != close)
                {
                    _at++;
                    return Finished();
                }

                run.Append(close);
                _at += 2;
            }
            else if (Here == '$' && (Next is '(' or '{' or '_' || char.IsAsciiLetter(Next)))
            {
                value = Value.Concat(Value.Concat(value, Value.Of(run.ToString())), Primary().Whole);
                run.Clear();
            }
            else
            {
                run.Append(Here);
                _at++;
            }
        }

        if (close != '\0')
        {
            Fail("a string is not closed");
        }

        return Finished();

        Value Finished()
        {
            value = Value.Concat(value, Value.Of(run.ToString()));
            return value.Text is { } whole ? Value.Of(whole) : value;
        }
    }

    private Value HereString()
    {
        var quote = Next;
        var start = text.IndexOf('\n', _at);
        var end = start < 0 ? -1 : text.IndexOf($"\n{quote}@", start, StringComparison.Ordinal);
        if (end < 0)
        {
            Fail("a here-string is not closed");
            return Value.Empty;
        }

        var body = start + 1 <= end ? text[(start + 1)..end].TrimEnd('\r') : "";
        _at = end + 3;
        if (quote == '\'')
        {
            return Value.Of(body);
        }

        var inner = new PowerShellReader(body, variables, run, spend) { _depth = _depth + 1 };
        return inner.Interpolated('\0');
    }
}
