using System.Collections.Immutable;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>What a shell knows at one moment; a copy is what a subshell starts with.</summary>
internal sealed class Scope
{
    private static readonly ImmutableDictionary<string, Variable> NoVariables = ImmutableDictionary.Create<string, Variable>(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, Command> NoFunctions = ImmutableDictionary.Create<string, Command>(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, string> NoAliases = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, int> NoCalls = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Variable> Variables { get; set; } = NoVariables;

    public ImmutableDictionary<string, Command> Functions { get; set; } = NoFunctions;

    public ImmutableDictionary<string, string> Aliases { get; set; } = NoAliases;

    /// <summary>Functions that run, with how many conditions lay around them when they were called.</summary>
    public ImmutableDictionary<string, int> Calls { get; set; } = NoCalls;

    public IReadOnlyList<Value> Positional { get; set; } = [];

    public Value Zero { get; set; } = Value.Of("bash");

    public Value Directory { get; set; } = Value.Empty;

    public ImmutableStack<Value> Directories { get; set; } = [];

    /// <summary>What is left to read on standard input; null where that is not known.</summary>
    public Value? Input { get; set; }

    public Invocation? Outer { get; set; }

    public Surroundings Surroundings { get; set; }

    public bool Concurrent { get; set; }

    public bool AllExported { get; set; }

    public bool FunctionsExported { get; set; }

    /// <summary>What programs see of the variables that were set here.</summary>
    public ImmutableDictionary<string, Value> Exported { get; private set; } = ImmutableDictionary<string, Value>.Empty;

    public void Export(string name)
    {
        if (Variables.TryGetValue(name, out var variable))
        {
            Variables = Variables.SetItem(name, variable with { Exported = true });
            Exported = Exported.SetItem(name, variable.Possible[0]);
        }
    }

    public void Unset(string name)
    {
        Variables = Variables.Remove(name);
        Functions = Functions.Remove(name);
        Exported = Exported.Remove(name);
    }

    public Scope Clone() => (Scope)MemberwiseClone();

    /// <summary>What a new shell process starts with.</summary>
    public Scope Process(Invocation? outer, Surroundings added)
    {
        var exported = NoVariables;
        foreach (var (name, variable) in Variables)
        {
            if (variable.Exported)
            {
                exported = exported.Add(name, variable);
            }
        }

        return new Scope
        {
            Variables = exported,
            Functions = FunctionsExported ? Functions : NoFunctions,
            FunctionsExported = FunctionsExported,
            Exported = Exported,
            Directory = (added & (Surroundings.Remote | Surroundings.Container)) != 0 ? new Value(Piece.Of(PieceKind.Unknown, "")) : Directory,
            Input = Input,
            Outer = outer,
            Surroundings = Surroundings | added,
            Concurrent = Concurrent,
            Calls = Calls,
        };
    }

    public void Set(string name, Value value, bool export = false)
    {
        var exported = export || AllExported || (Variables.TryGetValue(name, out var old) && old.Exported);
        Variables = Variables.SetItem(name, Variable.Of(value, exported));
        if (exported)
        {
            Exported = Exported.SetItem(name, value);
        }
    }

    /// <summary>Takes over what two branches left; gives how much work that was.</summary>
    public int Join(Scope a, Scope b)
    {
        Directory = ReferenceEquals(a.Directory, b.Directory) ? a.Directory : Either(a.Directory, b.Directory);
        Functions = ReferenceEquals(a.Functions, b.Functions) ? a.Functions : a.Functions.SetItems(b.Functions);
        Aliases = ReferenceEquals(a.Aliases, b.Aliases) ? a.Aliases : a.Aliases.SetItems(b.Aliases);
        Positional = b.Positional;
        if (ReferenceEquals(a.Variables, b.Variables))
        {
            Variables = a.Variables;
            return 1;
        }

        var joined = a.Variables;
        foreach (var (name, variable) in b.Variables)
        {
            joined = joined.SetItem(name, joined.TryGetValue(name, out var other) ? Variable.Either(other, variable) : variable);
        }

        Variables = joined;
        return b.Variables.Count;
    }

    // Of two directories the one that is known less says more about what a relative path may mean.
    private static Value Either(Value a, Value b) => a.Text is { } text && text == b.Text ? a : a.IsLiteral && b.IsLiteral && a.Known.Length == 0 ? b : a.IsLiteral ? b : a;
}
