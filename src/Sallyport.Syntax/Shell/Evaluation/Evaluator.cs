using Sallyport.Core.Text;
using Sallyport.Syntax.Shell.Parsing;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Follows what commands would run, without running anything. What is not known stays marked as unknown; work and depth are bounded.</summary>
internal sealed partial class Evaluator(ShellKind shell, Func<string, string?>? given)
{
    private const int DepthLimit = 60;
    private const int ScriptLimit = 16;
    private const int FirstPlaceholder = 0xE000;
    private const int LastPlaceholder = 0xF8FF;
    private readonly List<Invocation> _found = [];
    private readonly List<Piece> _placeholders = [];
    private readonly Dictionary<string, Value> _files = new(StringComparer.Ordinal);
    private string? _problem;
    private long _work;
    private int _depth;
    private int _conditions;
    private int _choice;
    private int _choices;
    private int _processes;
    private int _scripts;
    private TextSpan _span;

    public ShellReading Read(string text)
    {
        _work = 200_000 + (40L * text.Length);
        if (shell == ShellKind.PowerShell)
        {
            RunPowerShell(text, new Scope());
        }
        else
        {
            RunText(Value.Of(text), new Scope(), null);
        }

        return new ShellReading(_found, _problem);
    }

    /// <summary>Runs a text of commands in a scope of its caller's; gives what it writes.</summary>
    private Value RunText(Value text, Scope scope, Value? input)
    {
        if (!Enter() || text.Pieces.Count == 0)
        {
            return Value.Empty;
        }

        var source = ToSource(text);
        Spend(source.Length);
        var output = ShellParser.Parse(source, out var problem) is { } list ? Run(list, scope, input) : Value.Empty;
        if (problem is not null)
        {
            _problem ??= problem;
        }

        _depth--;
        return output;
    }

    private bool Enter()
    {
        if (++_depth <= DepthLimit && _problem is null)
        {
            return true;
        }

        _depth--;
        _problem ??= $"more than {DepthLimit} commands inside each other";
        return false;
    }

    private void Spend(int work)
    {
        if ((_work -= work) < 0)
        {
            _problem ??= "it means more work than its length allows";
        }
    }

    /// <summary>The text of a value for the parser: an unknown piece becomes one character that stands for it.</summary>
    private string ToSource(Value value)
    {
        if (value.Text is { } known && known.AsSpan().IndexOfAnyInRange((char)FirstPlaceholder, (char)LastPlaceholder) < 0)
        {
            return known;
        }

        var text = new System.Text.StringBuilder();
        foreach (var piece in value.Pieces)
        {
            if (piece.Kind is PieceKind.Literal or PieceKind.Glob)
            {
                foreach (var c in piece.Text)
                {
                    text.Append(c is >= (char)FirstPlaceholder and <= (char)LastPlaceholder ? '\uFFFD' : c);
                }
            }
            else
            {
                text.Append(Placeholder(piece));
            }
        }

        return text.ToString();
    }

    private char Placeholder(Piece piece)
    {
        if (FirstPlaceholder + _placeholders.Count < LastPlaceholder)
        {
            _placeholders.Add(piece);
        }

        return (char)(FirstPlaceholder + _placeholders.Count - 1);
    }

    private Invocation Emit(IReadOnlyList<Value> arguments, string program, Call call)
    {
        Spend(4 + arguments.Count);
        var invocation = new Invocation
        {
            Arguments = arguments,
            Program = program,
            Redirections = call.Redirections,
            Environment = call.Scope.Exported.Count == 0 ? call.Environment : call.Scope.Exported.SetItems(call.Environment),
            Directory = call.Scope.Directory,
            Input = call.Input,
            Outer = call.Scope.Outer,
            Surroundings = call.Scope.Surroundings,
            Shell = shell,
            Span = _span,
            Concurrent = call.Scope.Concurrent,
            Recurses = call.Recurses,
        };
        _found.Add(invocation);
        return invocation;
    }
}
