namespace Sallyport.Core.Detection;

/// <summary>What one artifact tells about the project it stands in; a detector derives its own. It must not change once noted, and must not hold the artifact's bytes.</summary>
/// <param name="Path">The artifact's path.</param>
public abstract record Fact(string Path);
