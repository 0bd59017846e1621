namespace Sallyport.Core.Artifacts;

/// <summary>One thing of a source, not read yet. It may hold several artifacts (an archive) or none (binary content).</summary>
public interface IArtifactItem
{
    /// <summary>Where it lies.</summary>
    string Path { get; }

    /// <summary>Whether it is a listing, which reads no file of the tree.</summary>
    bool Listed => false;

    /// <summary>Reads it and hands every artifact to <paramref name="sink"/>; an artifact's bytes live only as long as that call.</summary>
    void Open(IArtifactSink sink);
}
