namespace Sallyport.Core.Findings;

/// <summary>The lines that show a finding, secrets masked, long lines cut around the place.</summary>
/// <param name="FirstLine">1-based number of the first line.</param>
/// <param name="Lines">The lines.</param>
/// <param name="CaretLine">Index into <paramref name="Lines"/> of the line with the place.</param>
/// <param name="CaretColumn">0-based column of the place in that (cut) line.</param>
/// <param name="CaretLength">Width of the place in that line, at least 1.</param>
public sealed record SourceFrame(int FirstLine, IReadOnlyList<string> Lines, int CaretLine, int CaretColumn, int CaretLength);
