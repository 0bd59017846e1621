namespace Sallyport.Sources.Snapshots;

/// <summary>Something that a snapshot does not keep, and that restoring does not touch.</summary>
/// <param name="Path">Relative to the root, as people read it.</param>
/// <param name="Reason">Why.</param>
public readonly record struct LeftOut(string Path, string Reason);
