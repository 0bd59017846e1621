namespace Sallyport.Sandbox;

/// <summary>Whether a backend can hold here what was asked.</summary>
/// <param name="Missing">What is missing; null when it can.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record Availability(string? Missing, string Hint)
{
    /// <summary>It can.</summary>
    public static Availability Yes { get; } = new(null, "");
}
