namespace Sallyport.Rules.Imports;

/// <summary>Collects what rule files ask for and do not get: one note a cause, however many rules and files share it.</summary>
internal sealed class NoteBook
{
    private const int Named = 3;
    private readonly List<ImportNote> _single = [];
    private readonly Dictionary<string, List<(string File, string Rule)>> _shared = new(StringComparer.Ordinal);

    /// <summary>A note of its own, about a line.</summary>
    public void Add(string file, int line, string message) => _single.Add(new(file, line, message));

    /// <summary>A note that many rules may share.</summary>
    public void Share(string file, string rule, string message)
    {
        if (!_shared.TryGetValue(message, out var places))
        {
            _shared.Add(message, places = []);
        }

        places.Add((file, rule));
    }

    /// <summary>All notes, the shared ones last.</summary>
    public IEnumerable<ImportNote> Notes() =>
        _single.Concat(_shared.Select(s => new ImportNote(Files(s.Value), 0, $"{s.Key} ({Rules(s.Value)})")));

    private static string Files(List<(string File, string Rule)> places)
    {
        var others = places.Select(p => p.File).Distinct().Count() - 1;
        return others == 0 ? places[0].File : $"{places[0].File} and {others} more";
    }

    private static string Rules(List<(string File, string Rule)> places)
    {
        var names = string.Join(", ", places.Take(Named).Select(p => $"`{p.Rule}`"));
        return places.Count > Named ? $"{names} and {places.Count - Named} more" : names;
    }
}
