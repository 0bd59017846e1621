namespace Sallyport.Core.Artifacts;

/// <summary>Who wrote an artifact, as far as the door knows.</summary>
public enum Origin
{
    /// <summary>Nobody said.</summary>
    Unknown,

    /// <summary>The person at this machine, or their own checkout.</summary>
    Operator,

    /// <summary>An AI assistant.</summary>
    Assistant,

    /// <summary>Anyone else: a dependency, an issue, a web page.</summary>
    ThirdParty,
}
