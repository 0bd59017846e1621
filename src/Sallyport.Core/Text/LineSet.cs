namespace Sallyport.Core.Text;

/// <summary>A set of 1-based lines, kept as ordered ranges: the added lines of a diff.</summary>
public sealed class LineSet
{
    private readonly List<(int First, int Last)> _ranges = [];

    /// <summary>Adds the lines <paramref name="first"/> to <paramref name="last"/>, which must not lie before what was added already.</summary>
    public void Add(int first, int last)
    {
        if (_ranges.Count > 0 && _ranges[^1].Last + 1 >= first)
        {
            _ranges[^1] = (_ranges[^1].First, Math.Max(_ranges[^1].Last, last));
        }
        else
        {
            _ranges.Add((first, last));
        }
    }

    /// <summary>Whether any line from <paramref name="first"/> to <paramref name="last"/> belongs to the set.</summary>
    public bool Intersects(int first, int last)
    {
        foreach (var range in _ranges)
        {
            if (range.First <= last && first <= range.Last)
            {
                return true;
            }
        }

        return false;
    }
}
