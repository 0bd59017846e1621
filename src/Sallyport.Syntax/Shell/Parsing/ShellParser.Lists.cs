using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Lists and pipelines.</content>
internal sealed partial class ShellParser
{
    private CommandList ReadList()
    {
        var list = new CommandList { Start = _at };
        SkipLines();
        while (StartsCommand())
        {
            var command = ReadPipeline();
            SkipBlanks();
            var op = Separator();
            list.Entries.Add(new ListEntry(command, op));
            if (op.Length == 0)
            {
                break;
            }

            SkipLines();
            if (op is "&&" or "||" && !StartsCommand())
            {
                Fail($"a command is missing after `{op}`");
            }
        }

        list.End = _at;
        return list;
    }

    /// <summary>A list that holds at least one command.</summary>
    private CommandList ReadBody()
    {
        var list = ReadList();
        if (list.Entries.Count == 0)
        {
            Fail($"a command is missing before `{Rest()}`");
        }

        return list;
    }

    private string Separator()
    {
        switch (Here())
        {
            case '\n':
                TakeLineEnd();
                return ";";
            case ';' when Next() is not (';' or '&'):
                _at++;
                return ";";
            case '&' when Next() == '&':
                Skip(2);
                return "&&";
            case '&':
                _at++;
                return "&";
            case '|' when Next() == '|':
                Skip(2);
                return "||";
            default:
                return "";
        }
    }

    /// <summary>Whether a command can begin here; what closes an outer one cannot.</summary>
    private bool StartsCommand()
    {
        var c = Here();
        switch (c)
        {
            case '&' when Next() == '>':
            case '(' or '<' or '>':
                return true;
            case End or ')' or ';' or '&' or '|' or '\n':
                return false;
            default:
                return PeekReserved() is not ("then" or "do" or "done" or "fi" or "elif" or "else" or "esac" or "}");
        }
    }

    private Command ReadPipeline()
    {
        var start = _at;
        if (!Enter())
        {
            return new SimpleCommand();
        }

        var pipeline = new Pipeline { Start = start };
        ReadPrefixes(pipeline);
        if (StartsCommand())
        {
            pipeline.Stages.Add(ReadCommand());
        }
        else if (!pipeline.Timed && !pipeline.Negated)
        {
            Fail($"unexpected `{Rest()}`");
        }

        SkipBlanks();
        while (Here() == '|' && Next() != '|')
        {
            Skip(Next() == '&' ? 2 : 1);
            SkipLines();
            if (!StartsCommand())
            {
                Fail("a command is missing after `|`");
                break;
            }

            var inner = new Pipeline();
            ReadPrefixes(inner);
            pipeline.Stages.Add(StartsCommand() ? ReadCommand() : new SimpleCommand());
            SkipBlanks();
        }

        Leave();
        pipeline.End = _at;
        return pipeline.Stages.Count == 1 && !pipeline.Negated && !pipeline.Timed ? pipeline.Stages[0] : pipeline;
    }

    private void ReadPrefixes(Pipeline pipeline)
    {
        while (true)
        {
            SkipBlanks();
            var word = PeekReserved();
            if (word == "!")
            {
                _at++;
                pipeline.Negated = true;
            }
            else if (word == "time")
            {
                Skip(4);
                SkipBlanks();
                pipeline.Timed = true;
                SkipWord("-p");
                SkipWord("--");
            }
            else
            {
                return;
            }
        }
    }

    private void SkipWord(string word)
    {
        SkipBlanks();
        for (var i = 0; i < word.Length; i++)
        {
            if (At(i) != word[i])
            {
                return;
            }
        }

        if (IsMeta(At(word.Length)))
        {
            Skip(word.Length);
            SkipBlanks();
        }
    }
}
