using System.Globalization;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Computes with constants.</summary>
internal static class Folding
{
    private const int LongestText = 4096;

    /// <summary>A constant in the form in which it is compared.</summary>
    public static object? Comparable(object? constant) => constant is int i ? (double)i : constant;

    /// <summary>The value of an operation; null where it is not known.</summary>
    public static object? Compute(BinaryOperator op, object? x, object? y)
    {
        if (x is double a && y is double b)
        {
            return Compute(op, a, b);
        }

        return (op, x, y) switch
        {
            (BinaryOperator.Add or BinaryOperator.Concatenate, string s, string t) => s.Length + t.Length <= LongestText ? s + t : null,
            (BinaryOperator.Add or BinaryOperator.Concatenate, string s, double d) => s + Text(d),
            (BinaryOperator.Add or BinaryOperator.Concatenate, double d, string t) => Text(d) + t,
            (BinaryOperator.Multiply, string s, double d) when d >= 0 && d * s.Length <= LongestText => string.Concat(Enumerable.Repeat(s, (int)d)),
            (BinaryOperator.Equal, _, _) => Equals(x, y),
            (BinaryOperator.NotEqual, _, _) => !Equals(x, y),
            (BinaryOperator.In, string s, string t) => t.Contains(s, StringComparison.Ordinal),
            (BinaryOperator.NotIn, string s, string t) => !t.Contains(s, StringComparison.Ordinal),
            (BinaryOperator.Less, string s, string t) => string.CompareOrdinal(s, t) < 0,
            (BinaryOperator.Greater, string s, string t) => string.CompareOrdinal(s, t) > 0,
            _ => null,
        };
    }

    private static object? Compute(BinaryOperator op, double x, double y) => op switch
    {
        BinaryOperator.Add => x + y,
        BinaryOperator.Subtract => x - y,
        BinaryOperator.Multiply => x * y,
        BinaryOperator.Divide => y == 0 ? null : x / y,
        BinaryOperator.FloorDivide => y == 0 ? null : Math.Floor(x / y),
        BinaryOperator.Modulo => y == 0 ? null : x - (y * Math.Floor(x / y)),
        BinaryOperator.Power => Math.Pow(x, y),
        BinaryOperator.And => (double)((long)x & (long)y),
        BinaryOperator.Or => (double)((long)x | (long)y),
        BinaryOperator.Xor => (double)((long)x ^ (long)y),
        BinaryOperator.ShiftLeft => (double)((long)x << ((int)y & 63)),
        BinaryOperator.ShiftRight => (double)((long)x >> ((int)y & 63)),
        BinaryOperator.Equal => x == y,
        BinaryOperator.NotEqual => x != y,
        BinaryOperator.Less => x < y,
        BinaryOperator.LessOrEqual => x <= y,
        BinaryOperator.Greater => x > y,
        BinaryOperator.GreaterOrEqual => x >= y,
        _ => null,
    };

    /// <summary>A constant as text, as languages print it.</summary>
    public static string? Text(object? constant) => constant switch
    {
        string s => s,
        double d => d == Math.Floor(d) && Math.Abs(d) < 1e15 ? ((long)d).ToString(CultureInfo.InvariantCulture) : d.ToString(CultureInfo.InvariantCulture),
        bool b => b ? "True" : "False",
        _ => null,
    };

    /// <summary>A constant as the key of an entry.</summary>
    public static string? Key(Value value) => value.IsConstant ? Text(value.Constant) : null;

    /// <summary>A position in a list of known length; null where it is none.</summary>
    public static int? Position(Value index, int count)
    {
        var number = index.Constant switch
        {
            double d => d,
            string s when int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var i) => i,
            _ => double.NaN,
        };
        var position = number < 0 ? number + count : number;
        return position >= 0 && position < count && position == Math.Floor(position) ? (int)position : null;
    }

    /// <summary>The bounds of a part; a bound that is not written is null, one that is not known makes the answer null.</summary>
    public static (int From, int To)? Bounds(Value? low, Value? high, int count)
    {
        var from = Bound(low, 0, count);
        var to = Bound(high, count, count);
        return from is null || to is null ? null : (from.Value, Math.Max(from.Value, to.Value));
    }

    private static int? Bound(Value? bound, int otherwise, int count) => bound is null || (bound.IsConstant && bound.Constant is null) ? otherwise
        : bound.Constant is double d && d == Math.Floor(d) ? (int)Math.Clamp(d < 0 ? d + count : d, 0, count)
        : null;
}
