namespace Sallyport.Core.Artifacts;

/// <summary>A place artifacts come from: a tree of files, staged changes, a history, standard input.</summary>
public interface IArtifactSource
{
    /// <summary>The things to look at, in a stable order. Listing must be cheap; reading happens in <see cref="IArtifactItem.Open"/>, on several threads.</summary>
    /// <param name="sink">Is told of what cannot even be listed.</param>
    IEnumerable<IArtifactItem> Items(IArtifactSink sink);
}
