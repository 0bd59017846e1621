using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Heap;

/// <summary>What is known of one object: an instance, collection, function, class, or the variables of a call.</summary>
/// <remarks>Changed only in the <see cref="State"/> that owns it; every other works on a copy.</remarks>
internal sealed class Cell(CellKind kind)
{
    public CellKind Kind { get; } = kind;

    public State? Owner { get; set; }

    /// <summary>The function of a closure.</summary>
    public Function? Function { get; init; }

    /// <summary>The class of a class object.</summary>
    public Class? Class { get; init; }

    /// <summary>The cell of the variables around a closure or class.</summary>
    public int Frame { get; init; }

    /// <summary>The class object of an instance; 0 for none.</summary>
    public int Type { get; init; }

    /// <summary>The bases of a class object.</summary>
    public IReadOnlyList<Value> Bases { get; init; } = [];

    /// <summary>Fields, entries of a map by constant keys, or variables.</summary>
    public Dictionary<string, Value> Fields { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The elements in order, where all are known.</summary>
    public List<Value>? Items { get; set; }

    /// <summary>What stands at places that are not known.</summary>
    public Value? Rest { get; set; }

    /// <summary>Whether there is nothing beside <see cref="Fields"/> and <see cref="Items"/>.</summary>
    public bool Exact { get; set; } = true;

    public Cell Copy(State owner) => new(Kind)
    {
        Owner = owner,
        Function = Function,
        Class = Class,
        Frame = Frame,
        Type = Type,
        Bases = Bases,
        Fields = new Dictionary<string, Value>(Fields, StringComparer.Ordinal),
        Items = Items is null ? null : [.. Items],
        Rest = Rest,
        Exact = Exact,
    };

    /// <summary>Gives up the order of the elements.</summary>
    public void Loosen()
    {
        if (Items is not null)
        {
            foreach (var item in Items)
            {
                Add(item);
            }

            Items = null;
        }

        Exact = false;
    }

    /// <summary>Puts a value at a place that is not known.</summary>
    public void Add(Value value) => Rest = Rest is null ? value : Value.Join(Rest, value);

    /// <summary>What stands anywhere in it; null for nothing.</summary>
    public Value? Any()
    {
        var any = Rest;
        foreach (var (_, value) in Fields)
        {
            any = any is null ? value : Value.Join(any, value);
        }

        foreach (var value in Items ?? [])
        {
            any = any is null ? value : Value.Join(any, value);
        }

        return any;
    }

    /// <summary>What either may be.</summary>
    public static Cell Join(Cell x, Cell y, State owner)
    {
        if (ReferenceEquals(x, y))
        {
            return x;
        }

        var joined = x.Copy(owner);
        joined.Exact = x.Exact && y.Exact && (x.Kind == CellKind.Frame || x.Fields.Count == y.Fields.Count);
        foreach (var (name, value) in y.Fields)
        {
            var known = joined.Fields.TryGetValue(name, out var before);
            joined.Exact &= known || x.Kind == CellKind.Frame;
            joined.Fields[name] = known ? Value.Join(before!, value) : value;
        }

        joined.Rest = x.Rest is null ? y.Rest : y.Rest is null ? x.Rest : Value.Join(x.Rest, y.Rest);
        if (x.Items is not null && y.Items is not null && x.Items.Count == y.Items.Count)
        {
            for (var i = 0; i < joined.Items!.Count; i++)
            {
                joined.Items[i] = Value.Join(joined.Items[i], y.Items[i]);
            }
        }
        else if (x.Items is not null || y.Items is not null)
        {
            joined.Loosen();
            foreach (var item in y.Items ?? [])
            {
                joined.Add(item);
            }
        }

        return joined;
    }

    public bool Same(Cell other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Exact != other.Exact || Fields.Count != other.Fields.Count || Items?.Count != other.Items?.Count || !Equals(Rest, other.Rest))
        {
            return false;
        }

        foreach (var (name, value) in Fields)
        {
            if (!other.Fields.TryGetValue(name, out var theirs) || !value.Equals(theirs))
            {
                return false;
            }
        }

        for (var i = 0; i < (Items?.Count ?? 0); i++)
        {
            if (!Items![i].Equals(other.Items![i]))
            {
                return false;
            }
        }

        return true;
    }
}
