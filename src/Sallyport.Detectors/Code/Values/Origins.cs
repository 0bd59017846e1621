namespace Sallyport.Detectors.Code.Values;

/// <summary>The words for origins in models and rule pages.</summary>
internal static class Origins
{
    public static bool TryParse(string word, out Origin origin)
    {
        (var known, origin) = word switch
        {
            "remote" => (true, Origin.Remote),
            "model" => (true, Origin.Model),
            "local" => (true, Origin.Local),
            "caller" => (true, Origin.Caller),
            "secret" => (true, Origin.Secret),
            "stored" => (true, Origin.Stored),
            _ => (false, default),
        };
        return known;
    }
}
