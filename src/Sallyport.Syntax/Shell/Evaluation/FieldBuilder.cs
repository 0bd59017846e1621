namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Collects the words that one word expands to.</summary>
internal sealed class FieldBuilder(List<Value> fields)
{
    private readonly List<Piece> _pieces = [];
    private bool _started;
    private bool _maySplit;

    /// <summary>Says that the word exists even if nothing is added: quotes stand in it.</summary>
    public void Start() => _started = true;

    public void Add(Piece piece)
    {
        _pieces.Add(piece);
        _started = true;
    }

    public void Add(Value value, bool maySplit)
    {
        foreach (var piece in value.Pieces)
        {
            Add(piece);
        }

        _maySplit |= maySplit && !value.IsLiteral;
    }

    /// <summary>Ends the word here; what follows is another.</summary>
    public void Break()
    {
        if (_started)
        {
            fields.Add(new Value(Merged()) { MaySplit = _maySplit });
        }

        _pieces.Clear();
        (_started, _maySplit) = (false, false);
    }

    private Piece[] Merged()
    {
        if (_pieces.Count < 2)
        {
            return [.. _pieces];
        }

        var merged = new List<Piece>(_pieces.Count);
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i].Kind != PieceKind.Literal)
            {
                merged.Add(_pieces[i]);
                continue;
            }

            var end = i + 1;
            while (end < _pieces.Count && _pieces[end].Kind == PieceKind.Literal)
            {
                end++;
            }

            merged.Add(end == i + 1 ? _pieces[i] : Piece.Literal(string.Concat(_pieces.GetRange(i, end - i).Select(p => p.Text))));
            i = end - 1;
        }

        return [.. merged];
    }
}
