using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content><c>[[ … ]]</c> and arithmetic.</content>
internal sealed partial class ShellParser
{
    private TestCommand ReadTest()
    {
        var command = new TestCommand { Start = _at };
        Skip(2);
        var parentheses = 0;
        while (true)
        {
            SkipLines();
            if (Here() == ']' && Next() == ']' && IsMeta(At(2)))
            {
                Skip(2);
                break;
            }

            switch (Here())
            {
                case End:
                    Fail("the end comes before `]]`");
                    return command;
                case '(':
                    _at++;
                    parentheses++;
                    continue;
                case ')' when parentheses > 0:
                    _at++;
                    parentheses--;
                    continue;
                case '<' or '>' when Next() != '(':
                    _at++;
                    continue;
                case '&' when Next() == '&':
                case '|' when Next() == '|':
                    Skip(2);
                    continue;
                case ';' or '&' or '|' or ')':
                    Fail($"unexpected `{Rest()}` in `[[`");
                    return command;
                default:
                    var word = ReadWord();
                    command.Words.Add(word);
                    if (word.Bare == "=~")
                    {
                        SkipBlanks();
                        command.Words.Add(ReadRegex());
                    }

                    break;
            }
        }

        if (parentheses > 0 || command.Words.Count == 0)
        {
            Fail("`[[` is not whole");
        }

        return command;
    }

    private ArithmeticCommand? ReadArithmeticCommand()
    {
        var start = _at;
        if (_notArithmetic.Contains(start))
        {
            return null;
        }

        Skip(2);
        if (ReadArithmeticText() is { } body)
        {
            return new ArithmeticCommand { Start = start, Body = body };
        }

        _notArithmetic.Add(start);
        _at = start;
        return null;
    }
}
