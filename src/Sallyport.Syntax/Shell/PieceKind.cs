namespace Sallyport.Syntax.Shell;

/// <summary>What is known of a piece of a <see cref="Value"/>.</summary>
public enum PieceKind
{
    /// <summary>Its text.</summary>
    Literal,

    /// <summary>A pattern that file names will replace; its text is the pattern.</summary>
    Glob,

    /// <summary>A variable that the command does not set; its text is the name.</summary>
    Variable,

    /// <summary>What commands write; <see cref="Piece.From"/> names them.</summary>
    Output,

    /// <summary>The content of a file; its text is the path.</summary>
    File,

    /// <summary>Nothing.</summary>
    Unknown,
}
