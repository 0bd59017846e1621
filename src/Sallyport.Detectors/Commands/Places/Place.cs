namespace Sallyport.Detectors.Commands.Places;

/// <summary>What is known of the place that a path names.</summary>
/// <param name="Path">The path for people.</param>
/// <param name="Tags">inside, outside, temporary, system, home, secret, gate and so on.</param>
internal sealed record Place(string Path, HashSet<string> Tags);
