using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Compound commands.</content>
internal sealed partial class ShellParser
{
    /// <summary>A compound command with its redirections, or null where a simple one stands.</summary>
    private Command? ReadCompound()
    {
        SkipBlanks();
        var start = _at;
        Command? command;
        if (Here() == '(')
        {
            command = Next() == '(' && ReadArithmeticCommand() is { } arithmetic ? arithmetic : ReadSubshell();
        }
        else
        {
            command = PeekReserved() switch
            {
                "{" => ReadGroup(),
                "if" => ReadIf(),
                "while" or "until" => ReadLoop(),
                "for" => ReadFor(false),
                "select" => ReadFor(true),
                "case" => ReadCase(),
                "[[" => ReadTest(),
                "function" => ReadFunction(),
                "coproc" => ReadCoprocess(),
                _ => null,
            };
        }

        if (command is null)
        {
            _at = start;
            return null;
        }

        if (command is not (FunctionDefinition or CoprocessCommand))
        {
            SkipBlanks();
            while (TakeRedirect(command.Redirects))
            {
                SkipBlanks();
            }
        }

        command.End = _at;
        return command;
    }

    private Block ReadSubshell()
    {
        var start = _at;
        ExpectHere('(');
        var body = ReadBody();
        SkipLines();
        ExpectHere(')');
        return new Block { Start = start, Body = body, Subshell = true };
    }

    private Block ReadGroup()
    {
        var start = _at;
        Skip(1);
        var body = ReadBody();
        Expect("}");
        return new Block { Start = start, Body = body };
    }

    private IfCommand ReadIf()
    {
        var command = new IfCommand { Start = _at };
        Skip(2);
        while (true)
        {
            var condition = ReadBody();
            Expect("then");
            command.Branches.Add((condition, ReadBody()));
            SkipLines();
            if (!TakeReserved("elif"))
            {
                break;
            }
        }

        if (TakeReserved("else"))
        {
            command.Else = ReadBody();
        }

        Expect("fi");
        return command;
    }

    private LoopCommand ReadLoop()
    {
        var start = _at;
        Skip(5);
        var condition = ReadBody();
        return new LoopCommand { Start = start, Condition = condition, Body = ReadDo() };
    }

    private CommandList ReadDo()
    {
        SkipLines();
        if (TakeReserved("{"))
        {
            var block = ReadBody();
            Expect("}");
            return block;
        }

        Expect("do");
        var body = ReadBody();
        Expect("done");
        return body;
    }

    private Command ReadFor(bool select)
    {
        var start = _at;
        Skip(select ? 6 : 3);
        SkipBlanks();
        if (!select && Here() == '(' && Next() == '(')
        {
            Skip(2);
            var header = ReadArithmeticText() ?? Word.Empty;
            SkipBlanks();
            Take(';');
            return new ArithmeticFor { Start = start, Header = header, Body = ReadDo() };
        }

        var name = ReadWord().Constant ?? "";
        if (name.Length == 0)
        {
            Fail("a loop needs a name");
        }

        SkipLines();
        List<Word>? words = null;
        if (TakeReserved("in"))
        {
            words = [];
            SkipBlanks();
            while (!IsMeta(Here()) || (Here() is '<' or '>' && Next() == '('))
            {
                words.Add(ReadWord());
                SkipBlanks();
            }
        }

        if (Here() == ';' && Next() != ';')
        {
            _at++;
        }
        else if (words is not null && Here() != '\n')
        {
            Fail($"`do` is expected before `{Rest()}`");
        }

        return new ForCommand { Start = start, Name = name, Words = words, Select = select, Body = ReadDo() };
    }

    private CaseCommand ReadCase()
    {
        var start = _at;
        Skip(4);
        SkipBlanks();
        var subject = IsMeta(Here()) && Here() is not ('<' or '>') ? Word.Empty : ReadWord();
        if (ReferenceEquals(subject, Word.Empty))
        {
            Fail("`case` needs a word");
        }

        var command = new CaseCommand { Start = start, Subject = subject };
        Expect("in");
        SkipLines();
        while (Problem is null && !TakeReserved("esac"))
        {
            if (_at >= _length)
            {
                Fail("the end comes before `esac`");
                break;
            }

            ReadArm(command);
            SkipLines();
        }

        return command;
    }

    private void ReadArm(CaseCommand command)
    {
        SkipBlanks();
        Take('(');
        var patterns = new List<Word>();
        do
        {
            SkipBlanks();
            patterns.Add(IsMeta(Here()) ? Word.Empty : ReadWord());
            if (ReferenceEquals(patterns[^1], Word.Empty))
            {
                Fail($"a pattern is expected before `{Rest()}`");
            }

            SkipBlanks();
        }
        while (Take('|'));
        ExpectHere(')');
        var body = ReadList();
        SkipLines();
        command.Arms.Add((patterns, body));
        if (Here() == ';')
        {
            Skip(Next() == ';' ? At(2) == '&' ? 3 : 2 : Next() == '&' ? 2 : 1);
        }
        else if (!(Here() == 'e' && Stands("esac")))
        {
            Fail($"`;;` is expected before `{Rest()}`");
        }
    }

    private FunctionDefinition ReadFunction()
    {
        var start = _at;
        Skip(8);
        SkipBlanks();
        var name = IsMeta(Here()) ? "" : ReadWord().Constant ?? "";
        if (name.Length == 0)
        {
            Fail("a function needs a name");
        }

        SkipBlanks();
        if (Here() == '(' && !OpensFunction())
        {
            return ReadFunctionBody(start, name);
        }

        return ReadFunctionBody(start, name);
    }

    private FunctionDefinition ReadFunctionBody(int start, string name)
    {
        SkipLines();
        var body = Enter() ? ReadCompound() : null;
        Leave();
        if (body is null)
        {
            Fail($"the body of the function `{name}` is expected before `{Rest()}`");
        }

        return new FunctionDefinition { Start = start, Name = name, Body = body ?? new SimpleCommand(), End = _at };
    }

    private CoprocessCommand ReadCoprocess()
    {
        var start = _at;
        Skip(6);
        SkipBlanks();
        var save = _at;
        if (IsNameStart(Here()))
        {
            ReadWord();
            SkipBlanks();
            if (Here() != '(' && PeekReserved() is not ("{" or "if" or "while" or "until" or "for" or "select" or "case" or "[["))
            {
                _at = save;
            }
        }

        return new CoprocessCommand { Start = start, Body = ReadCommand(), End = _at };
    }
}
