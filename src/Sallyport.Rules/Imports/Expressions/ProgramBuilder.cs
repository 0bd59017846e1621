using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Makes instructions of a tree, from its end to its start, so that every step knows the next.</summary>
internal sealed class ProgramBuilder
{
    /// <summary>The most instructions of one expression.</summary>
    public const int Limit = 20_000;

    private readonly List<Instruction> _code = [];

    /// <summary>Compiles a tree; the first slots are those of the whole match. Throws <see cref="ExpressionException"/> when it grows too large.</summary>
    public static (Instruction[] Code, int Start) Build(ExpressionNode root)
    {
        var builder = new ProgramBuilder();
        var accept = builder.Add(Instruction.Accept());
        var start = builder.Emit(new Group(0, root), accept);
        return ([.. builder._code], start);
    }

    private int Add(Instruction instruction)
    {
        if (_code.Count == Limit)
        {
            throw new ExpressionException($"the expression needs more than {Limit} steps: its counted repeats multiply");
        }

        _code.Add(instruction);
        return _code.Count - 1;
    }

    private int Emit(ExpressionNode node, int next)
    {
        switch (node)
        {
            case Set set:
                return Add(Instruction.Take(set.Bytes, next));
            case Assert assert:
                return Add(Instruction.Check(assert.Assertion, next));
            case Group group:
                return Add(Instruction.Mark(group.Index * 2, Emit(group.Item, Add(Instruction.Mark((group.Index * 2) + 1, next)))));
            case Sequence sequence:
                for (var i = sequence.Items.Count - 1; i >= 0; i--)
                {
                    next = Emit(sequence.Items[i], next);
                }

                return next;
            case Choice choice:
                var at = Emit(choice.Options[^1], next);
                for (var i = choice.Options.Count - 2; i >= 0; i--)
                {
                    at = Add(Instruction.Split(Emit(choice.Options[i], next), at));
                }

                return at;
            case Repeat repeat:
                return EmitRepeat(repeat, next);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private int EmitRepeat(Repeat repeat, int next)
    {
        var at = next;
        var forced = repeat.Min;
        if (repeat.Max is not { } max)
        {
            // The last forced round is the loop's own body.
            var split = Add(Instruction.Split(0, 0));
            var body = Emit(repeat.Item, split);
            _code[split] = repeat.Lazy ? Instruction.Split(next, body) : Instruction.Split(body, next);
            at = forced > 0 ? body : split;
            forced = Math.Max(0, forced - 1);
        }
        else
        {
            for (var i = repeat.Min; i < max; i++)
            {
                var body = Emit(repeat.Item, at);
                at = Add(repeat.Lazy ? Instruction.Split(next, body) : Instruction.Split(body, next));
            }
        }

        for (var i = 0; i < forced; i++)
        {
            at = Emit(repeat.Item, at);
        }

        return at;
    }
}
