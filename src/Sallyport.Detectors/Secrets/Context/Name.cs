using Sallyport.Core.Text;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>A stretch of text that names a value.</summary>
/// <param name="Kind">How it stands to the value.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct Name(NameKind Kind, TextSpan Span);
