namespace Sallyport.Detectors.Code.Values;

/// <summary>What is known of a value. Immutable.</summary>
internal sealed record Value
{
    /// <summary>Nothing is known, and nothing speaks against it.</summary>
    public static readonly Value Unknown = new();

    /// <summary>The language's nothing.</summary>
    public static readonly Value Nothing = new() { IsConstant = true };

    public static readonly Value True = new() { IsConstant = true, Constant = true };

    public static readonly Value False = new() { IsConstant = true, Constant = false };

    /// <summary>A truth value that is not known.</summary>
    public static readonly Value Boolean = new() { Kind = ValueKind.Boolean };

    /// <summary>A number that is not known.</summary>
    public static readonly Value Number = new() { Kind = ValueKind.Number };

    /// <summary>A text that is not known.</summary>
    public static readonly Value Text = new() { Kind = ValueKind.Text };

    private const int MostReferences = 6;

    /// <summary>Whether <see cref="Constant"/> is the value.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Text, number (<c>double</c>), truth value, or null for nothing.</summary>
    public object? Constant { get; init; }

    /// <summary>What kind of value it is, where that much is known.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>What a text begins with.</summary>
    public string? Prefix { get; init; }

    /// <summary>Its qualified name or type, where it comes from a library or is declared.</summary>
    public string? Path { get; init; }

    /// <summary>Text of others in it.</summary>
    public Taint? Taint { get; init; }

    /// <summary>Tells values apart for conditions: a copy has that of the original; 0 for none.</summary>
    public int Identity { get; init; }

    /// <summary>The cells it may be, in order.</summary>
    public int[] References { get; init; } = [];

    /// <summary>The object a method is taken from.</summary>
    public Value? Receiver { get; init; }

    /// <summary>The texts it is one of, where there are few; empty for not known.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>What it tells as a condition.</summary>
    public Test? Test { get; init; }

    public static Value Of(object? constant) => constant switch
    {
        bool b => b ? True : False,
        null => Nothing,
        string text => new Value { IsConstant = true, Constant = text, Kind = ValueKind.Text, Prefix = text },
        _ => new Value { IsConstant = true, Constant = constant, Kind = ValueKind.Number },
    };

    public static Value Of(bool? truth) => truth is null ? Boolean : truth.Value ? True : False;

    public static Value Named(string path) => new() { Path = path };

    public static Value Reference(int cell) => new() { References = [cell] };

    /// <summary>The value as a text constant; null where it is none.</summary>
    public string? ConstantText => Constant as string;

    /// <summary>Whether a condition on it holds; null where that is not known.</summary>
    public bool? Truth => !IsConstant ? null : Constant switch
    {
        null => false,
        bool b => b,
        double d => d != 0,
        string s => s.Length > 0,
        _ => null,
    };

    /// <summary>What either may be.</summary>
    public static Value Join(Value x, Value y)
    {
        if (ReferenceEquals(x, y) || x.Equals(y))
        {
            return x;
        }

        var same = x.IsConstant && y.IsConstant && Equals(x.Constant, y.Constant);
        return new Value
        {
            IsConstant = same,
            Constant = same ? x.Constant : null,
            Kind = x.Kind == y.Kind ? x.Kind : x.IsNothing ? y.Kind : y.IsNothing ? x.Kind : ValueKind.Unknown,
            Prefix = x.Prefix == y.Prefix ? x.Prefix : CommonPrefix(x, y),
            Path = x.Path == y.Path ? x.Path : x.Path is null ? y.Path : y.Path is null ? x.Path : x.IsNothing ? y.Path : y.IsNothing ? x.Path : x.Path,
            Options = same ? [] : Either(x, y),
            Taint = Taint.Join(x.Taint, y.Taint),
            Identity = x.Identity == y.Identity || y.Taint is null ? x.Identity : x.Taint is null ? y.Identity : 0,
            References = Union(x.References, y.References),
            Receiver = x.Receiver is null ? y.Receiver : y.Receiver is null ? x.Receiver : ReferenceEquals(x.Receiver, y.Receiver) ? x.Receiver : Join(x.Receiver, y.Receiver),
            Test = ReferenceEquals(x.Test, y.Test) ? x.Test : null,
        };
    }

    private static string[] Either(Value x, Value y)
    {
        var (a, b) = (x.ConstantText is { } s ? [s] : x.Options, y.ConstantText is { } t ? [t] : y.Options);
        return a.Length == 0 || b.Length == 0 || a.Length + b.Length > 4 ? [] : [.. a.Union(b)];
    }

    private bool IsNothing => IsConstant && Constant is null;

    private static string? CommonPrefix(Value x, Value y)
    {
        if (x.Prefix is null || y.Prefix is null)
        {
            return null;
        }

        var length = x.Prefix.AsSpan().CommonPrefixLength(y.Prefix);
        return length == 0 ? null : x.Prefix[..length];
    }

    private static int[] Union(int[] x, int[] y)
    {
        if (y.Length == 0 || ReferenceEquals(x, y))
        {
            return x;
        }

        if (x.Length == 0)
        {
            return y;
        }

        var union = new List<int>(x);
        foreach (var one in y)
        {
            if (!union.Contains(one) && union.Count < MostReferences)
            {
                union.Add(one);
            }
        }

        return union.Count == x.Length ? x : [.. union.Order()];
    }

    /// <summary>Equal where the analysis cannot tell them apart: the way a text came does not matter.</summary>
    public bool Equals(Value? other) => other is not null && (ReferenceEquals(this, other) || (
        IsConstant == other.IsConstant && Equals(Constant, other.Constant) && Kind == other.Kind && Prefix == other.Prefix && Path == other.Path && Options.AsSpan().SequenceEqual(other.Options)
        && Identity == other.Identity && Taint.Same(Taint, other.Taint) && References.AsSpan().SequenceEqual(other.References)
        && Equals(Receiver, other.Receiver) && ReferenceEquals(Test, other.Test)));

    public override int GetHashCode() => HashCode.Combine(IsConstant, Constant, Kind, Path, Identity, References.Length);
}
