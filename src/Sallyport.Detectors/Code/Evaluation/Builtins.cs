using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>What methods of constant texts give.</summary>
internal static class Builtins
{
    public static bool OfText(string method, string text, CallArguments arguments, out Value? value)
    {
        var first = arguments.All.Count > 0 ? arguments.All[0].Value.Constant : null;
        var second = arguments.All.Count > 1 ? arguments.All[1].Value.Constant : null;
        object? constant = (method, first, second) switch
        {
            ("upper" or "toUpperCase" or "ToUpper" or "upcase", null, _) => text.ToUpperInvariant(),
            ("lower" or "toLowerCase" or "ToLower" or "downcase", null, _) => text.ToLowerInvariant(),
            ("strip" or "trim" or "Trim", null, _) when arguments.All.Count == 0 => text.Trim(),
            ("replace" or "replaceAll" or "Replace", string from, string to) when from.Length > 0 => text.Replace(from, to, StringComparison.Ordinal),
            ("startswith" or "startsWith" or "StartsWith", string start, _) => text.StartsWith(start, StringComparison.Ordinal),
            ("endswith" or "endsWith" or "EndsWith", string end, _) => text.EndsWith(end, StringComparison.Ordinal),
            ("includes" or "contains" or "Contains", string part, _) => text.Contains(part, StringComparison.Ordinal),
            ("find" or "indexOf" or "index" or "IndexOf", string part, null) => (double)text.IndexOf(part, StringComparison.Ordinal),
            ("charAt" or "CharAt", double at, _) when at >= 0 && at < text.Length => text[(int)at].ToString(),
            ("length" or "__len__", _, _) => (double)text.Length,
            ("substring" or "slice" or "Substring", double from, null) when arguments.All.Count == 1 && from >= 0 && from <= text.Length => text[(int)from..],
            ("substring" or "slice", double from, double to) when from >= 0 && to >= from && to <= text.Length => text[(int)from..(int)to],
            ("encode" or "decode" or "toString" or "ToString" or "valueOf", _, _) => text,
            ("equals" or "Equals", string other, _) => text == other,
            _ => null,
        };
        value = constant is null ? null : Value.Of(constant);
        return constant is not null;
    }
}
