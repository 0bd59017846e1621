namespace Sallyport.Syntax.Shell;

/// <summary>A piece of a <see cref="Value"/>.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="Text">The text, pattern, name or path.</param>
/// <param name="From">The commands whose output it is.</param>
public sealed record Piece(PieceKind Kind, string Text, IReadOnlyList<Invocation> From)
{
    /// <summary>Known text.</summary>
    public static Piece Literal(string text) => new(PieceKind.Literal, text, []);

    /// <summary>A piece of which <paramref name="text"/> says what there is to say.</summary>
    public static Piece Of(PieceKind kind, string text) => new(kind, text, []);

    /// <summary>What <paramref name="from"/> writes.</summary>
    public static Piece Output(params IReadOnlyList<Invocation> from) => new(PieceKind.Output, "", from);
}
