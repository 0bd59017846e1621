using Sallyport.Core.Text;

namespace Sallyport.Core.Artifacts;

/// <summary>Where an artifact that is part of something longer stands in it. Windows of one text overlap, so that nothing is cut in two.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Start">The position of its first byte.</param>
/// <param name="Own">The range of its bytes in which a finding that begins counts; others are left to the neighbouring window.</param>
public readonly record struct Window(long Offset, Position Start, TextSpan Own)
{
    /// <summary>The position in the whole of a position in this window.</summary>
    public Position Whole(Position inside) => inside.Line == 1
        ? new Position(Start.Line, Start.Column - 1 + inside.Column)
        : new Position(Start.Line - 1 + inside.Line, inside.Column);

    /// <summary>The range in the whole of a range in this window.</summary>
    public TextSpan Whole(TextSpan inside) => inside with { Start = (int)Math.Min(Offset + inside.Start, int.MaxValue - inside.Length) };
}
