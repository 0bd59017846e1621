namespace Sallyport.Engine.Hooks;

/// <summary>Who stands behind a call of an agent.</summary>
/// <param name="Person">The user of this machine whose agent it is.</param>
/// <param name="Process">The process that called the hook; 0 when it is not known.</param>
public readonly record struct Caller(string Person, int Process);
