using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Whether what a text begins with leaves the rest of it any power.</summary>
internal static class Prefixes
{
    public static bool Reaches(string kind, Value value) => value.Prefix is not { Length: > 0 } prefix || kind switch
    {
        // The host stands fast: only the path of the address can be chosen.
        "url" => !FixesHost(prefix),
        "redirect" => !FixesHost(prefix) && !(prefix.Length > 1 && prefix[0] == '/' && prefix[1] is not ('/' or '\\')),
        _ => true,
    };

    private static bool FixesHost(string prefix)
    {
        var scheme = prefix.IndexOf("://", StringComparison.Ordinal);
        return scheme >= 0 && prefix.AsSpan(scheme + 3).IndexOfAny('/', '?', '#') > 0;
    }
}
