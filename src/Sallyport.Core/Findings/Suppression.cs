namespace Sallyport.Core.Findings;

/// <summary>Why a finding is reported but does not count.</summary>
/// <param name="Kind">Where it was accepted.</param>
/// <param name="Reason">The words of who accepted it.</param>
/// <param name="Until">Last day it holds; null when it does not expire.</param>
public sealed record Suppression(SuppressionKind Kind, string Reason, DateOnly? Until = null);
