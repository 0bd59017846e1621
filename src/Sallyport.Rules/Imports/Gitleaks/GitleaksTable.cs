using Sallyport.Core;
using Sallyport.Rules.Imports.Toml;

namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>A table of a gitleaks file, read by key; as there, the case of a key does not matter.</summary>
internal sealed class GitleaksTable(string file, TomlTable table)
{
    public string File => file;

    public int Line => table.Line;

    public IEnumerable<(string Key, int Line)> Keys => table.Values.Select(v => (v.Key, v.Value.Line));

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key)?.Line ?? Line;

    public string Text(string key) => Read<string>(key, "a string") ?? "";

    public bool Flag(string key) => Find(key) is not null && (bool)(object)Read<object>(key, "true or false", v => v is bool)!;

    public double Number(string key) => Find(key)?.Content switch
    {
        null => 0,
        long whole => whole,
        double number => number,
        _ => throw Wrong(Find(key)!, key, "a number"),
    };

    public int Count(string key) => Find(key)?.Content switch
    {
        null => 0,
        long and >= 0 and <= int.MaxValue and var count => (int)count,
        _ => throw Wrong(Find(key)!, key, "a whole number that is not negative"),
    };

    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        { Content: List<TomlValue> list } => [.. list.Select(v => v.Content as string ?? throw Wrong(v, key, "an array of strings"))],
        var other => throw Wrong(other, key, "an array of strings"),
    };

    /// <summary>A table, or an array of tables; both are met for the same key.</summary>
    public IReadOnlyList<GitleaksTable> Tables(string key) => Find(key) switch
    {
        null => [],
        { Content: TomlTable one } => [new(file, one)],
        { Content: List<TomlValue> list } => [.. list.Select(v => new GitleaksTable(file, v.Content as TomlTable ?? throw Wrong(v, key, "a table")))],
        var other => throw Wrong(other, key, "a table"),
    };

    public UserException Error(int line, string message, string hint) => new($"{file}:{line}: {message}", hint);

    private T? Read<T>(string key, string expected, Func<object, bool>? fits = null)
        where T : class =>
        Find(key) is not { } found ? null
        : found.Content is T value && fits?.Invoke(value) != false ? value
        : throw Wrong(found, key, expected);

    private UserException Wrong(TomlValue value, string key, string expected) =>
        Error(value.Line, $"`{key}` is {value.Kind}", $"it should be {expected}");

    private TomlValue? Find(string key)
    {
        if (table.Find(key) is { } exact)
        {
            return exact;
        }

        foreach (var (name, value) in table.Values)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
