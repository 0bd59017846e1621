namespace Sallyport.Core.Ignoring;

/// <summary>The patterns of one ignore file; the last that matches decides.</summary>
public sealed class IgnoreFile
{
    private readonly List<IgnorePattern> _patterns = [];

    /// <summary>Reads an ignore file.</summary>
    public IgnoreFile(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            if (end > 0 && line[^1] == '\r')
            {
                line = line[..^1];
            }

            if (IgnorePattern.Parse(line) is { } pattern)
            {
                _patterns.Add(pattern);
            }

            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => _patterns.Count == 0;

    /// <summary>Whether a path is ignored (true), taken back in (false) or not spoken of (null).</summary>
    /// <param name="path">Relative to the folder of the ignore file.</param>
    /// <param name="name">The last name of the path.</param>
    /// <param name="folder">Whether it is a folder.</param>
    /// <param name="budget">What all comparisons may cost together.</param>
    public bool? Decide(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool folder, IgnoreBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        for (var i = _patterns.Count - 1; i >= 0; i--)
        {
            var pattern = _patterns[i];
            var text = pattern.ByName ? name : path;
            budget.Left -= pattern.Cost(text.Length);
            if ((folder || !pattern.FoldersOnly) && pattern.Matches(text))
            {
                return !pattern.Negated;
            }
        }

        return null;
    }
}
