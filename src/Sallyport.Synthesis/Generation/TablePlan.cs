using Sallyport.Synthesis.Columns;
using Sallyport.Synthesis.Models;
using Sallyport.Synthesis.Randomness;
using Sallyport.Synthesis.Relations;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis.Generation;

/// <summary>All that is needed to generate a table: models of its columns and what holds between them.</summary>
internal sealed class TablePlan
{
    private TablePlan(TableProfile profile, Reference?[] references)
    {
        Profile = profile;
        References = references;
        Tokens = [.. profile.Columns.Select(c => c.MissingTokens.Keys.Order(StringComparer.Ordinal).ToArray())];
        Models = new ColumnModel[Width];
        Fresh = new bool[Width];
        Pools = new bool[Width];
        Dependencies = new Dependency?[Width];
    }

    public TableProfile Profile { get; }

    public int Width => Profile.Columns.Count;

    public Reference?[] References { get; }

    public ColumnModel[] Models { get; }

    /// <summary>The columns in which no value of the original may stand.</summary>
    public bool[] Fresh { get; }

    /// <summary>The ways in which each column says that there is no value; they are its first states.</summary>
    public string[][] Tokens { get; }

    /// <summary>The columns whose values repeat, as those of a participant do in a long table.</summary>
    public bool[] Pools { get; }

    public Dependency?[] Dependencies { get; private set; }

    public IReadOnlyDictionary<int, Deck.Repeats> Repeats { get; private set; } = new Dictionary<int, Deck.Repeats>();

    /// <summary>Pairs of columns that are a key together.</summary>
    public IReadOnlyList<(int Pool, int Other)> Keys { get; private set; } = [];

    public DependenceTree Tree { get; private set; } = null!;

    public static TablePlan Of(TableProfile profile, Reference?[] references, SynthesisOptions options)
    {
        var plan = new TablePlan(profile, references);
        for (var c = 0; c < plan.Width; c++)
        {
            plan.Choose(c, options.Common);
        }

        plan.Dependencies = Dependency.Find(profile, plan.Models, plan.Pools);
        plan.Repeats = Deck.Repeats.Of(profile, [.. Enumerable.Range(0, plan.Width).Where(c => plan.Pools[c])]);
        plan.Keys = plan.FindKeys();
        plan.Tree = plan.Learn();
        return plan;
    }

    /// <summary>The state of a cell: one of the ways to be missing, then the bins of the model; -1 for what is not modelled.</summary>
    public int StateOf(int column, string cell)
    {
        if (Array.IndexOf(Tokens[column], cell) is var token and >= 0)
        {
            return token;
        }

        var bin = Models[column].BinOf(cell);
        return bin < 0 ? -1 : Tokens[column].Length + bin;
    }

    private void Choose(int c, int common)
    {
        var column = Profile.Columns[c];
        var sample = Profile.Sample.Rows.Select(r => r[c]).Where(cell => !Missing.Is(cell)).ToList();
        (Models[c], Fresh[c]) = ModelChoice.Of(column, sample, common);
        if (column is { Odd: { Count: > 0 } odd } && Models[c] is QuantileModel)
        {
            Tokens[c] = [.. Tokens[c], .. odd.Where(o => o.Value >= common).Select(o => o.Key).Order(StringComparer.Ordinal)];
        }

        var repeats = !column.Unique && column.Distinct * 10L <= column.Filled * 9;
        Pools[c] = References[c] is not null || (repeats && (Models[c] is CodeModel or FormModel or TextModel || (Models[c] is QuantileModel && NamesAnEntity(column.Name))));
        Fresh[c] |= Pools[c];
    }

    private static bool NamesAnEntity(string name) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_no", StringComparison.OrdinalIgnoreCase) || name.EndsWith("nr", StringComparison.OrdinalIgnoreCase);

    private List<(int, int)> FindKeys()
    {
        var pairs = new List<(int Pool, int Other, HashSet64 Seen)>();
        for (var pool = 0; pool < Width; pool++)
        {
            for (var other = 0; other < Width && Pools[pool]; other++)
            {
                if (!Pools[other] && Dependencies[other] is null && Models[other] is CategoryModel { Bins: > 1 })
                {
                    pairs.Add((pool, other, new HashSet64()));
                }
            }
        }

        if (pairs.Count > 0)
        {
            foreach (var row in Profile.Again())
            {
                pairs.RemoveAll(p => !p.Seen.Add(Hash64.Then(Hash64.Of(row[p.Pool]), Hash64.Of(row[p.Other])) | 1));
            }
        }

        return [.. pairs.Select(p => (p.Pool, p.Other))];
    }

    // What a pool or another column's value determines is not drawn by state, and takes no part.
    private DependenceTree Learn()
    {
        var states = new int[Width];
        for (var c = 0; c < Width; c++)
        {
            states[c] = Pools[c] || Dependencies[c] is { Map: not null } ? 1 : Tokens[c].Length + Models[c].Bins;
        }

        var rows = new List<int[]>(Profile.Sample.Rows.Count);
        foreach (var row in Profile.Sample.Rows)
        {
            var drawn = new int[Width];
            for (var c = 0; c < Width; c++)
            {
                drawn[c] = states[c] == 1 ? 0 : StateOf(c, row[c]);
            }

            rows.Add(drawn);
        }

        return new DependenceTree(rows, states, Array.ConvertAll(Dependencies, d => d is { Map: null }));
    }
}
