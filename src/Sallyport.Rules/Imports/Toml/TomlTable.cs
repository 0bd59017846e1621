namespace Sallyport.Rules.Imports.Toml;

/// <summary>Keys and values, in order, with what the grammar needs to know of how the table came to be.</summary>
internal sealed class TomlTable(int line, TomlTableOrigin origin)
{
    private readonly Dictionary<string, TomlValue> _values = new(StringComparer.Ordinal);

    /// <summary>1-based line of its header or first key.</summary>
    public int Line { get; private set; } = line;

    public TomlTableOrigin Origin { get; private set; } = origin;

    public IReadOnlyDictionary<string, TomlValue> Values => _values;

    public TomlValue? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>Adds a key; false when there is one of that name.</summary>
    public bool Add(string key, TomlValue value) => _values.TryAdd(key, value);

    /// <summary>Gives a table that was only passed through its own header.</summary>
    public void Head(int line) => (Line, Origin) = (line, TomlTableOrigin.Header);
}
