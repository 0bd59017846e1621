using Sallyport.Syntax.Ir;

namespace Sallyport.Syntax.JavaScript;

/// <summary>Names that hold in a block only: one that hides another of the same function gets a name of its own.</summary>
internal sealed class BlockScopes
{
    private readonly List<(Function Function, Dictionary<string, string> Names)> _scopes = [];
    private int _renamed;

    public void Enter(Function function) => _scopes.Add((function, new(StringComparer.Ordinal)));

    public void Leave() => _scopes.RemoveAt(_scopes.Count - 1);

    /// <summary>Declares a name in the innermost block, or for the whole function.</summary>
    public string Declare(Function function, string name, bool whole = false)
    {
        if (!whole && _scopes.Count > 0 && _scopes[^1].Names.TryGetValue(name, out var known))
        {
            return known;
        }

        var own = name;
        if (!whole && _scopes.Count > 1 && ReferenceEquals(_scopes[^2].Function, function) && function.Locals.Contains(name))
        {
            own = $"{name}@{++_renamed}";
        }

        function.Locals.Add(own);
        if (_scopes.Count > 0)
        {
            _scopes[^1].Names[name] = own;
        }

        return own;
    }

    /// <summary>What a name is called where it stands.</summary>
    public string Resolve(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (_scopes[i].Names.TryGetValue(name, out var own))
            {
                return own;
            }
        }

        return name;
    }
}
