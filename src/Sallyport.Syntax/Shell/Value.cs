using System.Text;

namespace Sallyport.Syntax.Shell;

/// <summary>A string as far as it is known before anything runs.</summary>
public sealed class Value
{
    private string? _text;

    /// <summary>Makes a value of <paramref name="pieces"/>.</summary>
    public Value(params IReadOnlyList<Piece> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        Pieces = pieces;
    }

    /// <summary>The empty string.</summary>
    public static Value Empty { get; } = new();

    /// <summary>Its pieces in order.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Whether an unquoted unknown in it may make several words of it.</summary>
    public bool MaySplit { get; init; }

    /// <summary>Whether every piece is known text.</summary>
    public bool IsLiteral
    {
        get
        {
            for (var i = 0; i < Pieces.Count; i++)
            {
                if (Pieces[i].Kind != PieceKind.Literal)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The whole text when it is known; null otherwise.</summary>
    public string? Text => IsLiteral ? Known : null;

    /// <summary>Its known text, unknown pieces left out; a pattern counts as known.</summary>
    public string Known => _text ??= Join();

    /// <summary>The known text before the first unknown piece.</summary>
    public string Prefix
    {
        get
        {
            if (IsLiteral)
            {
                return Known;
            }

            var text = new StringBuilder();
            foreach (var piece in Pieces)
            {
                if (piece.Kind is not (PieceKind.Literal or PieceKind.Glob))
                {
                    break;
                }

                text.Append(piece.Text);
            }

            return text.ToString();
        }
    }

    /// <summary>Known text.</summary>
    public static Value Of(string text) => string.IsNullOrEmpty(text) ? Empty : new(Piece.Literal(text));

    /// <summary>One value after the other.</summary>
    public static Value Concat(Value first, Value second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Pieces.Count == 0 ? second : second.Pieces.Count == 0 ? first : new Value([.. first.Pieces, .. second.Pieces]);
    }

    /// <summary>Its text for people: unknown pieces are shown as what they are.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces)
        {
            text.Append(piece.Kind switch
            {
                PieceKind.Literal or PieceKind.Glob => piece.Text,
                PieceKind.Variable => "$" + piece.Text,
                PieceKind.Output => "$(…)",
                PieceKind.File => $"$(<{piece.Text})",
                _ => "…",
            });
        }

        return text.ToString();
    }

    private string Join()
    {
        if (Pieces is [{ Kind: PieceKind.Literal } only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var piece in Pieces)
        {
            if (piece.Kind is PieceKind.Literal or PieceKind.Glob)
            {
                text.Append(piece.Text);
            }
        }

        return text.ToString();
    }
}
