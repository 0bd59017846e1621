namespace Sallyport.Core.Policy;

/// <summary>Files that a configuration leaves out.</summary>
/// <param name="Pattern">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcludedPath(PathPattern Pattern, string Reason);
