using Sallyport.Core.Text;

namespace Sallyport.Sources.Git;

/// <summary>A part of a text that holds new lines, with some old ones around them.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="FirstLine">The number of its first line.</param>
/// <param name="Added">The lines that are new.</param>
internal readonly record struct TextPart(TextSpan Span, int FirstLine, LineSet Added);
