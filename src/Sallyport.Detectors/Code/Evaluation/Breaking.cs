namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Which characters let a text break out of the place it is put in.</summary>
internal static class Breaking
{
    /// <summary>The kinds of weakness that need the mark.</summary>
    public static ulong Kinds(string mark, Apis.Kinds kinds) => mark switch
    {
        ".." or "../" or "..\\" => kinds.Bit("path"),
        "/" or "\\" => kinds.Bit("path"),
        "'" or "\"" => kinds.Bit("xpath|sql|code"),
        "<" or ">" or "<script" => kinds.Bit("html"),
        "\n" or "\r" or "\r\n" => kinds.Bit("header|log"),
        ";" or "|" or "&" or "$" or "`" => 0,
        "://" or "//" or ":" => kinds.Bit("redirect|url"),
        "*" or "(" or ")" => kinds.Bit("ldap"),
        _ => 0,
    };

    /// <summary>Whether a regular expression lets only harmless texts through: it is bound at both ends or at least does not end in anything.</summary>
    public static bool Restricts(string pattern)
    {
        var bound = pattern.EndsWith('$') || pattern.EndsWith("\\Z", StringComparison.Ordinal) || pattern.EndsWith("\\z", StringComparison.Ordinal);
        return bound && !pattern.Contains(".*", StringComparison.Ordinal) && !pattern.Contains(".+", StringComparison.Ordinal) && !pattern.Contains("[^", StringComparison.Ordinal) && !pattern.Contains("\\S", StringComparison.Ordinal);
    }
}
