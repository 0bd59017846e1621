namespace Sallyport.Detectors.Code.Heap;

/// <summary>What is known at one place of a function: a layer of changed cells over the state it was forked from.</summary>
/// <remarks>
/// While forks of a state are alive it must not change; when they have met again, <see cref="Meet"/> writes what they agree on into it.
/// Control flow is structured, so that this holds by construction.
/// </remarks>
internal sealed class State(State? parent, Dictionary<int, Cell> settled)
{
    private readonly Dictionary<int, Cell> _own = [];

    /// <summary>The cells of this layer.</summary>
    public IEnumerable<KeyValuePair<int, Cell>> Changes => _own;

    /// <summary>Whether no way leads here.</summary>
    public bool Dead { get; set; }

    /// <summary>A state to go on with, while this one rests.</summary>
    public State Fork() => new(this, settled) { Dead = Dead };

    public Cell? Find(int id)
    {
        for (var state = this; state is not null; state = state.Parent)
        {
            if (state._own.TryGetValue(id, out var cell))
            {
                return cell;
            }
        }

        return settled.GetValueOrDefault(id);
    }

    private State? Parent { get; } = parent;

    /// <summary>A cell that may be changed here.</summary>
    public Cell Edit(int id)
    {
        var cell = Find(id)!;
        if (!ReferenceEquals(cell.Owner, this))
        {
            _own[id] = cell = cell.Copy(this);
        }

        return cell;
    }

    /// <summary>Puts a cell in.</summary>
    public void Put(int id, Cell cell)
    {
        cell.Owner = this;
        _own[id] = cell;
    }

    /// <summary>All that changed since <paramref name="root"/>, which this was forked from.</summary>
    public Dictionary<int, Cell> Since(State root)
    {
        if (ReferenceEquals(Parent, root))
        {
            foreach (var (_, cell) in _own)
            {
                cell.Owner = null;
            }

            return new Dictionary<int, Cell>(_own);
        }

        var changes = new Dictionary<int, Cell>();
        for (var state = this; state is not null && !ReferenceEquals(state, root); state = state.Parent)
        {
            foreach (var (id, cell) in state._own)
            {
                cell.Owner = null;
                changes.TryAdd(id, cell);
            }
        }

        return changes;
    }

    /// <summary>Lets ways that all began here meet in this state; with no way it is dead. Says whether anything changed.</summary>
    public bool Meet(IReadOnlyList<Dictionary<int, Cell>> ways)
    {
        if (ways.Count == 0)
        {
            Dead = true;
            return false;
        }

        Dead = false;
        var changed = false;
        foreach (var id in ways.SelectMany(w => w.Keys).Distinct().ToArray())
        {
            var before = Find(id);
            Cell? met = null;
            foreach (var way in ways)
            {
                // A cell that another way made is not there on this one.
                var cell = way.GetValueOrDefault(id) ?? before;
                met = cell is null ? met : met is null ? cell : Cell.Join(met, cell, this);
            }

            if (!ReferenceEquals(met, before))
            {
                changed |= before is null || !met!.Same(before);
                _own[id] = met!;
            }
        }

        return changed;
    }

    /// <summary>Hands every cell over to a table that outlives all states.</summary>
    public void Settle()
    {
        for (var state = this; state is not null; state = state.Parent)
        {
            foreach (var (id, cell) in state._own)
            {
                cell.Owner = null;
                settled.TryAdd(id, cell);
            }
        }
    }
}
