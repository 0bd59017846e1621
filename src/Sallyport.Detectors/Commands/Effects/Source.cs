namespace Sallyport.Detectors.Commands.Effects;

/// <summary>What is known of where data comes from.</summary>
internal readonly record struct Source
{
    /// <summary>The secret it holds; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether it comes from the network.</summary>
    public bool Remote { get; init; }

    /// <summary>Whether it was decoded or unpacked on the way.</summary>
    public bool Decoded { get; init; }

    public Source With(Source other) => new() { Secret = Secret ?? other.Secret, Remote = Remote || other.Remote, Decoded = Decoded || other.Decoded };
}
