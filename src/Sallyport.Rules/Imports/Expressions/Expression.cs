using System.Collections.Concurrent;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>A regular expression that was written for another tool, run in linear time over bytes of UTF-8.</summary>
/// <remarks>
/// <c>\d</c>, <c>\w</c>, <c>\s</c> and <c>\b</c> know ASCII only, as in RE2 and in Rust's regex over bytes. Safe for use by several threads;
/// nothing is compiled before the first search.
/// </remarks>
public sealed class Expression
{
    /// <summary>The longest match that is looked for, in bytes, from the last place where it may begin.</summary>
    public const int MatchLimit = 64 * 1024;

    private readonly ConcurrentBag<Engine> _idle = [];
    private readonly Lazy<(Instruction[] Code, int Start)> _program;

    private Expression(string text, ExpressionNode root, IReadOnlyList<string?> names)
    {
        (Text, Root, Names) = (text, root, names);
        Reach = (int)Math.Min(ExpressionWidth.Of(root).Max ?? MatchLimit, MatchLimit);
        Literals = LiteralFinder.Find(root);
        _program = new(() => ProgramBuilder.Build(root));
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>The names of the groups, the whole match first; null where a group has none.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>Texts of which every match holds at least one; empty when there are none.</summary>
    public IReadOnlyList<RequiredLiteral> Literals { get; }

    /// <summary>The longest match that is found, in bytes.</summary>
    public int Reach { get; }

    /// <summary>How many positions a search fills in: start and end of every group.</summary>
    public int Marks => Names.Count * 2;

    internal ExpressionNode Root { get; }

    /// <summary>Reads an expression; throws <see cref="ExpressionException"/> when it cannot be run in linear time or is not one.</summary>
    public static Expression Parse(string text, ExpressionDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (root, names) = ExpressionParser.Parse(text, dialect);
        ProgramSize.Check(root);
        return new Expression(text, root, names);
    }

    /// <summary>Whether it matches anywhere.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        long work = 0;
        var engine = Rent();
        var found = engine.Automaton.Find(text, 0, text.Length, out _, ref work);
        _idle.Add(engine);
        return found;
    }

    /// <summary>Finds the leftmost match that begins between two places.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="first">First place.</param>
    /// <param name="last">Last place.</param>
    /// <param name="marks">Receives start and end of every group, -1 where it took no part; <see cref="Marks"/> of them.</param>
    /// <param name="work">Grows by the work done, about one for each byte looked at.</param>
    public bool TryFind(ReadOnlySpan<byte> text, int first, int last, Span<int> marks, ref long work)
    {
        last = Math.Min(last, text.Length);
        var limit = (int)Math.Min(text.Length, (long)last + Reach);
        var engine = Rent();
        var found = engine.Automaton.Find(text, first, limit, out var begin, ref work)
            && engine.Machine.TryMatch(text, begin, last, limit, marks, ref work);
        _idle.Add(engine);
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private Engine Rent()
    {
        if (_idle.TryTake(out var engine))
        {
            return engine;
        }

        var (code, start) = _program.Value;
        return new Engine(new LazyAutomaton(code, start), new PikeMachine(code, start, Marks));
    }

    private sealed record Engine(LazyAutomaton Automaton, PikeMachine Machine);
}
