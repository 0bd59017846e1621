namespace Sallyport.Rules.Patterns;

/// <summary>Three bytes that stand in every match (folded to five bits each, so that case does not matter), and where.</summary>
/// <param name="Gram">The folded bytes: <c>(b0 &amp; 31) &lt;&lt; 10 | (b1 &amp; 31) &lt;&lt; 5 | (b2 &amp; 31)</c>.</param>
/// <param name="MinOffset">Least distance from the start of a match to the three bytes.</param>
/// <param name="MaxOffset">Greatest distance.</param>
public readonly record struct Anchor(ushort Gram, ushort MinOffset, ushort MaxOffset);
