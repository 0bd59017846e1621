namespace Sallyport.Registries.Web;

/// <summary>What came back: content, the word that there is nothing, or why neither could be learnt.</summary>
/// <param name="Status">The status code; 0 where no whole answer came.</param>
/// <param name="Body">The content.</param>
/// <param name="Failure">Why there is no whole answer; null where there is one.</param>
public sealed record WebAnswer(int Status, ReadOnlyMemory<byte> Body, string? Failure = null)
{
    /// <summary>The validator for asking again; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>When the content last changed, where the server says so.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether content came.</summary>
    public bool Found => Failure is null && Status == 200;

    /// <summary>Whether the server says that there is nothing: 404, or 410 for what is gone.</summary>
    public bool Missing => Failure is null && Status is 404 or 410;

    /// <summary>Why it is neither, in words.</summary>
    public string Reason => Failure ?? (Status is 401 or 403 ? $"the registry refuses the credentials ({Status})" : $"the registry answers {Status}");
}
