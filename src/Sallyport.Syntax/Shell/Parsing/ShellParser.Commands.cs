using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Simple commands, assignments and redirections.</content>
internal sealed partial class ShellParser
{
    private Command ReadCommand()
    {
        if (!Enter())
        {
            return new SimpleCommand();
        }

        var command = ReadCompound() ?? ReadSimple();
        Leave();
        return command;
    }

    private Command ReadSimple()
    {
        var command = new SimpleCommand { Start = _at };
        while (true)
        {
            SkipBlanks();
            if (TakeRedirect(command.Redirects))
            {
                continue;
            }

            var c = Here();
            if (IsMeta(c) && !(c is '<' or '>' && Next() == '('))
            {
                if (c == '(' && command is { Words: [var name], Assignments.Count: 0, Redirects.Count: 0 } && OpensFunction())
                {
                    return ReadFunctionBody(command.Start, name.Constant ?? "");
                }

                break;
            }

            if (command.Words.Count == 0 && ReadAssignment() is { } assignment)
            {
                command.Assignments.Add(assignment);
                continue;
            }

            // `declare a=(x y)`: an array may be assigned in the arguments of these.
            if (command.Words is [{ Bare: "declare" or "typeset" or "local" or "export" or "readonly" or "eval" }, ..] && ReadArray() is { } array)
            {
                command.Assignments.Add(array);
                continue;
            }

            command.Words.Add(ReadWord());
        }

        if (command.Words.Count == 0 && command.Assignments.Count == 0 && command.Redirects.Count == 0)
        {
            Fail($"unexpected `{Rest()}`");
        }

        if (Here() == '(')
        {
            Fail("unexpected `(`");
        }

        command.End = _at;
        return command;
    }

    private bool OpensFunction()
    {
        var save = _at;
        _at++;
        SkipBlanks();
        if (Take(')'))
        {
            return true;
        }

        _at = save;
        return false;
    }

    private Assignment? ReadAssignment()
    {
        var save = _at;
        if (!IsNameStart(Here()))
        {
            return null;
        }

        var name = ReadName();
        Word? subscript = null;
        if (Here() == '[')
        {
            subscript = ReadSubscript();
            if (subscript is null)
            {
                _at = save;
                return null;
            }
        }

        var append = Here() == '+' && Next() == '=';
        if (!append && Here() != '=')
        {
            _at = save;
            return null;
        }

        Skip(append ? 2 : 1);
        return Here() == '('
            ? new Assignment(name, subscript, append, null, ReadElements())
            : new Assignment(name, subscript, append, IsMeta(Here()) && Here() is not ('<' or '>') ? Word.Empty : ReadWord(), null);
    }

    private Assignment? ReadArray()
    {
        var save = _at;
        if (IsNameStart(Here()))
        {
            var name = ReadName();
            var append = Here() == '+';
            if (At(append ? 1 : 0) == '=' && At(append ? 2 : 1) == '(')
            {
                Skip(append ? 2 : 1);
                return new Assignment(name, null, append, null, ReadElements());
            }
        }

        _at = save;
        return null;
    }

    private List<Word> ReadElements()
    {
        var elements = new List<Word>();
        ExpectHere('(');
        SkipLines();
        while (!IsMeta(Here()) || Here() is '<' or '>')
        {
            elements.Add(ReadWord());
            SkipLines();
        }

        ExpectHere(')');
        return elements;
    }

    private string ReadName()
    {
        var name = new System.Text.StringBuilder();
        while (IsName(Here()))
        {
            name.Append(_text[_at++]);
        }

        return name.ToString();
    }
}
