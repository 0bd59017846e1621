namespace Sallyport.Core.Text.Decoding;

/// <summary>A text that stood encoded, escaped or in pieces inside another.</summary>
/// <param name="Bytes">The readable text in UTF-8.</param>
/// <param name="Map">Leads back to the text it stood in.</param>
/// <param name="How">The way it was hidden, for people: "base64", "joined string literals".</param>
/// <param name="Cut">Whether it is only the beginning: what was compressed grew over the limit.</param>
public sealed record DecodedText(ReadOnlyMemory<byte> Bytes, SpanMap Map, string How, bool Cut = false);
