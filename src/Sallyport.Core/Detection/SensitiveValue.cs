using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Core.Detection;

/// <summary>A value that must not leave as it stands, in the layer of the text it was read in.</summary>
/// <param name="Kind">What it is, for the form of what replaces it: <c>email</c>, <c>payment-card</c>; for a secret the id of its rule.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Span">Its range in that layer.</param>
/// <param name="Kept">How many of its first bytes only tell what it is, and stay.</param>
public sealed record SensitiveValue(string Kind, TextLayer Layer, TextSpan Span, int Kept = 0)
{
    /// <summary>The value itself.</summary>
    public ReadOnlySpan<byte> Text => Layer.Text.Span.Slice(Span.Start, Span.Length);

    /// <summary>Where it stands in the artifact.</summary>
    public TextSpan Place => Layer.ToArtifact(Span);
}
