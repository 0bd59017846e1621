namespace Sallyport.Synthesis.Kinds;

/// <summary>Counts how many values of a column are e-mail addresses, phone numbers and the like.</summary>
internal sealed class FormCounts
{
    private readonly long[] _counts = new long[5];
    private long _cells;

    public void Add(ReadOnlySpan<char> cell)
    {
        _cells++;
        if (_cells > 64 && Array.TrueForAll(_counts, c => c == 0))
        {
            return;
        }

        if (Form.Of(cell) is { } form)
        {
            _counts[(int)form]++;
        }
    }

    /// <summary>The form that nearly all values have; null when there is none.</summary>
    public Form.Kind? Common()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_cells > 0 && _counts[i] * 20 >= _cells * 19)
            {
                return (Form.Kind)i;
            }
        }

        return null;
    }
}
