using Sallyport.Core.Text;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Lists, pipelines and compound commands.</content>
internal sealed partial class Evaluator
{
    private const int Rounds = 32;

    /// <summary>Follows a command; gives what it writes to standard output.</summary>
    private Value Run(Command command, Scope scope, Value? input)
    {
        if (_problem is not null || !Enter())
        {
            return Value.Empty;
        }

        Spend(1);
        var output = command switch
        {
            SimpleCommand simple => RunSimple(simple, scope, input),
            Pipeline pipeline => RunPipeline(pipeline, scope, input),
            CommandList list => RunList(list, scope, input),
            FunctionDefinition function => Define(function, scope),
            CoprocessCommand coprocess => Run(coprocess.Body, Beside(scope), input),
            _ => RunCompound(command, scope, input),
        };
        _depth--;
        return output;
    }

    private static Value Define(FunctionDefinition function, Scope scope)
    {
        scope.Functions = scope.Functions.SetItem(function.Name, function.Body);
        return Value.Empty;
    }

    private static Scope Beside(Scope scope)
    {
        var clone = scope.Clone();
        clone.Concurrent = true;
        return clone;
    }

    private Value RunList(CommandList list, Scope scope, Value? input)
    {
        var output = new OutputBuilder();
        var conditional = false;
        foreach (var (command, op) in list.Entries)
        {
            if (_depth <= 3)
            {
                _span = TextSpan.Between(command.Start, Math.Max(command.Start, command.End));
            }

            _conditions += conditional ? 1 : 0;
            output.Add(Run(command, op == "&" ? Beside(scope) : scope, input));
            _conditions -= conditional ? 1 : 0;
            conditional = op is "&&" or "||";
        }

        return output.Build();
    }

    private Value RunPipeline(Pipeline pipeline, Scope scope, Value? input)
    {
        if (pipeline.Stages.Count == 1)
        {
            return Run(pipeline.Stages[0], scope, input);
        }

        foreach (var stage in pipeline.Stages)
        {
            var inner = Beside(scope);
            inner.Input = input;
            input = Run(stage, inner, input);
        }

        return input ?? Value.Empty;
    }

    private Value RunCompound(Command command, Scope scope, Value? input)
    {
        var redirections = Redirections(command.Redirects, scope, ref input);
        if (redirections.Count > 0 && redirections.Exists(r => r.Writes || r.Reads))
        {
            Emit([], ":", new Call(scope, input) { Redirections = redirections });
        }

        if (command.Redirects.Count > 0)
        {
            scope = command is Block { Subshell: false } or IfCommand or LoopCommand or ForCommand or CaseCommand ? scope : scope.Clone();
            scope.Input = input;
        }

        var output = command switch
        {
            Block { Subshell: true } block => Run(block.Body, scope.Clone(), input),
            Block block => Run(block.Body, scope, input),
            IfCommand chosen => RunIf(chosen, scope, input),
            LoopCommand loop => RunLoop(loop, scope, input),
            ForCommand each => RunFor(each, scope, input),
            CaseCommand cases => RunCase(cases, scope, input),
            ArithmeticFor counted => RunCounted(counted, scope, input),
            ArithmeticCommand arithmetic => RunArithmetic(arithmetic.Body, scope),
            TestCommand test => RunTest(test, scope),
            _ => Value.Empty,
        };
        return Written(redirections, scope, output);
    }

    private Value RunIf(IfCommand command, Scope scope, Value? input)
    {
        var output = new OutputBuilder();
        var rest = scope.Clone();
        Scope? joined = null;
        foreach (var (condition, body) in command.Branches)
        {
            output.Add(Run(condition, rest, input));
            var branch = rest.Clone();
            output.Add(Conditional(body, branch, input));
            joined = joined is null ? branch : Joined(joined, branch);
        }

        if (command.Else is not null)
        {
            output.Add(Conditional(command.Else, rest, input));
        }

        Spend(scope.Join(joined!, rest));
        return output.Build();
    }

    private Scope Joined(Scope a, Scope b)
    {
        var joined = a.Clone();
        Spend(joined.Join(a, b));
        return joined;
    }

    private Value Conditional(Command body, Scope scope, Value? input)
    {
        _conditions++;
        var output = Run(body, scope, input);
        _conditions--;
        return output;
    }

    // The body is followed as often as its input has lines, where that is known, and once where it is not.
    private Value RunLoop(LoopCommand loop, Scope scope, Value? input)
    {
        scope.Input = input ?? scope.Input;
        var output = new OutputBuilder();
        for (var round = 0; round < Rounds && _problem is null; round++)
        {
            var before = scope.Input;
            output.Add(Run(loop.Condition, scope, null));
            if (round > 0 && before is { Pieces.Count: 0 })
            {
                break;
            }

            output.Add(Conditional(loop.Body, scope, null));
            if (scope.Input is null || ReferenceEquals(scope.Input, before) || before is { IsLiteral: false })
            {
                break;
            }
        }

        return output.Build();
    }

    private Value RunFor(ForCommand command, Scope scope, Value? input)
    {
        var values = command.Words is null ? [.. scope.Positional] : Expand(command.Words, scope);
        var output = new OutputBuilder();
        for (var i = 0; i < values.Count && _problem is null; i++)
        {
            // Beyond so many rounds the rest stands for itself: one round with all that is left as an unknown.
            var last = i == Rounds && values.Count > Rounds + 1;
            scope.Set(command.Name, last ? new Value(Piece.Of(PieceKind.Unknown, "")) : values[i]);
            output.Add(Conditional(command.Body, scope, input));
            if (last)
            {
                Spend(values.Count);
                break;
            }
        }

        return output.Build();
    }

    private Value RunCase(CaseCommand command, Scope scope, Value? input)
    {
        ExpandText(command.Subject, scope);
        var output = new OutputBuilder();
        Scope joined = scope.Clone();
        foreach (var (patterns, body) in command.Arms)
        {
            foreach (var pattern in patterns)
            {
                ExpandText(pattern, scope);
            }

            var branch = scope.Clone();
            output.Add(Conditional(body, branch, input));
            joined = Joined(joined, branch);
        }

        scope.Join(joined, joined);
        return output.Build();
    }

    private Value RunCounted(ArithmeticFor command, Scope scope, Value? input)
    {
        RunArithmetic(command.Header, scope);
        return Conditional(command.Body, scope, input);
    }

    private Value RunArithmetic(Word body, Scope scope)
    {
        ExpandText(body, scope);
        return Value.Empty;
    }

    private Value RunTest(TestCommand test, Scope scope)
    {
        foreach (var word in test.Words)
        {
            ExpandText(word, scope);
        }

        return Value.Empty;
    }
}
