namespace Sallyport.Cli.Arguments;

/// <summary>What stood on the command line, read against the options of the command.</summary>
internal sealed class Given(string command)
{
    private readonly List<string> _names = [];
    private readonly List<string?> _values = [];

    public string Command { get; } = command;

    /// <summary>What is no option, in order.</summary>
    public List<string> Operands { get; } = [];

    public void Add(string name, string? value)
    {
        _names.Add(name);
        _values.Add(value);
    }

    public bool Has(string name) => _names.Contains(name);

    public string? Value(string name)
    {
        var at = _names.LastIndexOf(name);
        return at < 0 ? null : _values[at];
    }

    public List<string> All(string name)
    {
        var all = new List<string>();
        for (var i = 0; i < _names.Count; i++)
        {
            if (_names[i] == name && _values[i] is { } value)
            {
                all.Add(value);
            }
        }

        return all;
    }
}
