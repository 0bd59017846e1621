namespace Sallyport.Rules.Imports;

/// <summary>Collects what a file asks for and does not get: one note a cause, however many rules share it.</summary>
internal sealed class NoteBook(string file)
{
    private const int Named = 3;
    private readonly List<ImportNote> _single = [];
    private readonly Dictionary<string, List<string>> _shared = new(StringComparer.Ordinal);

    /// <summary>A note of its own, about a line of this file or of one that it extends.</summary>
    public void Add(string place, int line, string message) => _single.Add(new(place, line, message));

    /// <summary>A note that many rules may share.</summary>
    public void Share(string rule, string message)
    {
        if (!_shared.TryGetValue(message, out var rules))
        {
            _shared.Add(message, rules = []);
        }

        rules.Add(rule);
    }

    /// <summary>All notes, the shared ones last.</summary>
    public IEnumerable<ImportNote> Notes() =>
        _single.Concat(_shared.Select(s => new ImportNote(file, 0, $"{s.Key} ({Names(s.Value)})")));

    private static string Names(List<string> rules)
    {
        var names = string.Join(", ", rules.Take(Named).Select(r => $"`{r}`"));
        return rules.Count > Named ? $"{names} and {rules.Count - Named} more" : names;
    }
}
