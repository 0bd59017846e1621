namespace Sallyport.Detectors.Code.Values;

/// <summary>That a value holds text from somewhere, for which kinds of weakness, and how it came here. A short chain: a value can come from several places.</summary>
internal sealed class Taint
{
    private const int Most = 4;

    private Taint(Origin origin, ulong kinds, Trace trace, Taint? also) => (Origin, Kinds, Trace, Also) = (origin, kinds, trace, also);

    /// <summary>Who wrote it.</summary>
    public Origin Origin { get; }

    /// <summary>The kinds of weakness it was not made safe for, as bits.</summary>
    public ulong Kinds { get; }

    /// <summary>The way here.</summary>
    public Trace Trace { get; }

    /// <summary>The next of the chain.</summary>
    public Taint? Also { get; }

    /// <summary>Text from an origin.</summary>
    public static Taint From(Origin origin, Trace trace) => new(origin, ulong.MaxValue, trace, null);

    /// <summary>Both.</summary>
    public static Taint? Join(Taint? x, Taint? y)
    {
        if (x is null || ReferenceEquals(x, y))
        {
            return y;
        }

        for (var other = y; other is not null; other = other.Also)
        {
            x = x.With(other);
        }

        return x;
    }

    private Taint With(Taint other)
    {
        var count = 0;
        for (var one = this; one is not null; one = one.Also, count++)
        {
            if (one.SameRoot(other))
            {
                return (one.Kinds | other.Kinds) == one.Kinds ? this : Widened(other);
            }
        }

        return count >= Most ? this : Append(new Taint(other.Origin, other.Kinds, other.Trace, null));
    }

    private bool SameRoot(Taint other) => Origin == other.Origin && Trace.Root.Span == other.Trace.Root.Span && ReferenceEquals(Trace.Root.Module, other.Trace.Root.Module);

    private Taint Widened(Taint other) => SameRoot(other)
        ? new Taint(Origin, Kinds | other.Kinds, Kinds == 0 ? other.Trace : Trace, Also)
        : new Taint(Origin, Kinds, Trace, Also?.Widened(other));

    private Taint Append(Taint last) => new(Origin, Kinds, Trace, Also is null ? last : Also.Append(last));

    /// <summary>This, made safe for some kinds; null where nothing is left.</summary>
    public static Taint? Without(Taint? taint, ulong kinds)
    {
        if (taint is null)
        {
            return null;
        }

        var rest = Without(taint.Also, kinds);
        var left = taint.Kinds & ~kinds;
        return left == 0 ? rest : left == taint.Kinds && ReferenceEquals(rest, taint.Also) ? taint : new Taint(taint.Origin, left, taint.Trace, rest);
    }

    /// <summary>This with another step on every way.</summary>
    public Taint Step(Func<Trace, Trace> step) => new(Origin, Kinds, step(Trace), Also?.Step(step));

    /// <summary>Whether both come from the same places for the same kinds, whatever the way.</summary>
    public static bool Same(Taint? x, Taint? y)
    {
        while (x is not null && y is not null)
        {
            if (ReferenceEquals(x, y))
            {
                return true;
            }

            if (x.Kinds != y.Kinds || !x.SameRoot(y))
            {
                return false;
            }

            (x, y) = (x.Also, y.Also);
        }

        return x is null && y is null;
    }
}
