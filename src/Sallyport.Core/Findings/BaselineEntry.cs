namespace Sallyport.Core.Findings;

/// <summary>A finding that the baseline accepts.</summary>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where it stood, relative to the project's root.</param>
/// <param name="Added">The day it was accepted.</param>
public sealed record BaselineEntry(string Fingerprint, string Rule, string Path, DateOnly Added);
