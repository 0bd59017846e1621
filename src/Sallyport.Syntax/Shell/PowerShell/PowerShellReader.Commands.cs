using System.Text;

namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Pipelines, commands and their arguments.</content>
internal sealed partial class PowerShellReader
{
    private Value Pipeline()
    {
        SkipBlanks();
        if (!StartsExpression())
        {
            return Piped(Command(null));
        }

        var value = Elements();
        SkipBlanks();
        if (Here is '>' && value.Items.Count > 0)
        {
            return run([PowerShellValue.Of("write-output"), value], null, Redirections(), this);
        }

        return Piped(value.Whole);
    }

    private Value Piped(Value input)
    {
        SkipBlanks();
        while (Here == '|' && Next != '|' && Problem is null)
        {
            _at++;
            SkipSeparators();
            if (_at >= text.Length)
            {
                Fail("a command is missing after `|`");
                break;
            }

            input = Command(input);
            SkipBlanks();
        }

        return input;
    }

    private bool StartsExpression() => Here is '$' or '\'' or '"' or '(' or '[' or '@' or '{' or '!' || char.IsAsciiDigit(Here) || (Here is '-' or '+' && (char.IsAsciiDigit(Next) || Next is '(' or '$' or 'j' or 's' or 'n'));

    private Value Command(Value? input)
    {
        if (!spend(4))
        {
            Fail("more work than its length allows");
            return Value.Empty;
        }

        var called = Here is '&' or '.' && Next is ' ' or '\t' or '(' or '$' or '\'' or '"' or '{' or '@' || (Here == '&' && Next is not ('&' or '\0'));
        if (called)
        {
            _at++;
            SkipBlanks();
        }

        if (!called && StartsExpression() && Here is not '@')
        {
            // `… | $x` is no command; what stands here is an expression all the same.
            return Elements().Whole;
        }

        var words = new List<PowerShellValue> { Here == '{' ? new PowerShellValue([], Block()) : called && StartsExpression() ? Postfix() : PowerShellValue.Of(Bare()) };
        var redirections = new List<Redirection>();
        while (Problem is null)
        {
            SkipBlanks();
            if (Here is '\0' or '\n' or '\r' or ';' or '|' or ')' or '}' || (Here == '&' && Next is '&' or ' ' or '\0' or '\n'))
            {
                break;
            }

            if (Redirects())
            {
                redirections.AddRange(Redirections());
                continue;
            }

            var before = _at;
            words.Add(Argument());
            if (_at == before)
            {
                _at++;
            }
        }

        return run(words, input, redirections, this);
    }

    private bool Redirects() => Here == '>' || (char.IsAsciiDigit(Here) && Next == '>') || (Here == '*' && Next == '>');

    private List<Redirection> Redirections()
    {
        var result = new List<Redirection>();
        while (Redirects())
        {
            var descriptor = char.IsAsciiDigit(Here) ? Here - '0' : 1;
            _at += Here == '>' ? 1 : 2;
            var append = Here == '>';
            _at += append ? 1 : 0;
            if (Here == '&')
            {
                _at += 2;
            }
            else
            {
                SkipBlanks();
                result.Add(new Redirection(descriptor, append ? ">>" : ">", Argument().Whole));
            }

            SkipBlanks();
        }

        return result;
    }

    private PowerShellValue Argument()
    {
        var items = new List<Value>();
        var first = One();
        if (first.Script is not null)
        {
            return first;
        }

        items.AddRange(first.Items);
        SkipBlanks();
        while (Here == ',' && Problem is null)
        {
            _at++;
            SkipSeparators();
            items.AddRange(One().Items);
            SkipBlanks();
        }

        return new PowerShellValue(items);
    }

    private PowerShellValue One()
    {
        if (Here == '{')
        {
            return new PowerShellValue([], Block());
        }

        if (Here == '@' && char.IsAsciiLetter(Next))
        {
            _at++;
            var name = Bare().Known;
            return variables.GetValueOrDefault(name.ToLowerInvariant()) ?? PowerShellValue.Unknown(name);
        }

        if (Here is '(' or '\'' or '"' or '@' || (Here == '$' && (Next is '(' or '{' or '_' or '?' || char.IsAsciiLetter(Next))))
        {
            var value = Postfix();
            return Terminated() || Here == ',' ? value : PowerShellValue.Of(Value.Concat(value.Whole, Bare()));
        }

        return PowerShellValue.Of(Bare());
    }

    private bool Terminated() => Here is '\0' or ' ' or '\t' or '\n' or '\r' or ';' or '|' or ')' or '}' or '>' or '&';

    /// <summary>A word without quotes around it; quotes, variables and back quotes inside of it count.</summary>
    private Value Bare()
    {
        var value = Value.Empty;
        var run = new StringBuilder();
        while (!Terminated() && Here is not (',' or '(' or '{'))
        {
            if (Here == '`')
            {
                run.Append(Next);
                _at = Math.Min(_at + 2, text.Length);
            }
            else if (Here is '\'' or '"' || (Here == '$' && (Next is '(' or '{' or '_' || char.IsAsciiLetter(Next))))
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

        value = Value.Concat(value, Value.Of(run.ToString()));
        return value.Text is { } known ? Value.Of(known) : value;
    }
}
