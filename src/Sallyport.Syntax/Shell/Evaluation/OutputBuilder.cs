namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Puts together what several commands write.</summary>
internal sealed class OutputBuilder
{
    private const int Most = 4096;
    private List<Piece>? _pieces;
    private Value? _only;

    public void Add(Value value)
    {
        if (value.Pieces.Count == 0)
        {
            return;
        }

        if (_only is null && _pieces is null)
        {
            _only = value;
            return;
        }

        _pieces ??= [.. _only!.Pieces];
        if (_pieces.Count < Most)
        {
            _pieces.AddRange(value.Pieces);
        }
    }

    public Value Build() => _pieces is not null ? new Value(_pieces) : _only ?? Value.Empty;
}
