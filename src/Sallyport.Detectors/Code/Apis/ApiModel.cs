using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;

namespace Sallyport.Detectors.Code.Apis;

/// <summary>What is known of the libraries of one language, by qualified name.</summary>
internal sealed class ApiModel
{
    private const int LongestPath = 160;
    private const int Segments = 9;
    private readonly Dictionary<string, List<ModelEntry>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Beginning, ModelEntry Entry)>> _deep = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);

    public ApiModel(IReadOnlyList<ModelEntry> entries)
    {
        foreach (var entry in entries)
        {
            switch (entry.Role)
            {
                case ModelRole.Type:
                    _types[entry.Path] = entry.Kind;
                    _named.Add(entry.Kind);
                    break;
                case ModelRole.Base:
                    List(_bases, entry.Path).Add(entry.Kind);
                    _named.Add(entry.Path);
                    break;
                case ModelRole.Parameter:
                    Parameters.Add(entry);
                    break;
                case var _ when entry.Path.IndexOf(".**.", StringComparison.Ordinal) is > 0 and var stars:
                    List(_deep, entry.Path[(stars + 4)..]).Add((entry.Path[..(stars + 1)], entry));
                    break;
                default:
                    List(_byPath, entry.Path).Add(entry);
                    break;
            }

            for (var dot = entry.Path.LastIndexOf('.'); dot > 0; dot = entry.Path.LastIndexOf('.', dot - 1))
            {
                _mentioned.Add(entry.Path[..dot]);
            }
        }

        static List<T> List<T>(Dictionary<string, List<T>> lists, string key) => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
    }

    /// <summary>The names at which a weakness that is looked for can show, each with words one of which a file mentions that has to do with the name's owner; no words for a name without one.</summary>
    /// <param name="looks">Whether a kind of weakness is looked for.</param>
    public IEnumerable<(string Name, IReadOnlyCollection<string> Owners)> Dangerous(Func<string, bool> looks)
    {
        var owners = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var (path, entries) in _byPath)
        {
            if (entries.Exists(e => e.Role is ModelRole.Sink or ModelRole.Use or ModelRole.HandlerResult && looks(e.Kind)))
            {
                var name = path.TrimEnd('=', '(', ')');
                var dot = name.LastIndexOf('.');
                var owner = dot < 0 || name[0] is '*' or '@' ? "" : name[..dot];
                yield return (name[(dot + 1)..], owners.TryGetValue(owner, out var known) ? known : owners[owner] = Words(owner));
            }
        }
    }

    // The type itself, those that derive from it, and what gives one.
    private HashSet<string> Words(string owner)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (owner.Length == 0)
        {
            return words;
        }

        words.Add(Last(owner));
        words.UnionWith(_bases.Keys.Where(t => Derives(t, owner)).Select(Last));
        words.UnionWith(_types.Where(t => Derives(t.Value, owner)).Select(t => Last(t.Key.TrimEnd('(', ')'))));
        return words;

        static string Last(string path) => path[(path.LastIndexOfAny(['.', '/']) + 1)..];
    }

    /// <summary>Conventions about parameters.</summary>
    public List<ModelEntry> Parameters { get; } = [];

    /// <summary>The name of a member; null where names get too long to mean anything.</summary>
    public string? Member(string path, string name) => Known(path.Length + name.Length > LongestPath ? null : $"{path}.{name}");

    /// <summary>The name of what a call gives: a type, or the call itself.</summary>
    public string? Result(string path, bool isNew)
    {
        var called = path + "()";
        for (var type = path; type is not null; type = Parent(type))
        {
            var call = type == path ? called : type + "()";
            if (_types.TryGetValue(call, out var result))
            {
                return result;
            }
        }

        var last = path.AsSpan(path.LastIndexOf('.') + 1);
        return isNew || _named.Contains(path) || (last.Length > 0 && char.IsAsciiLetterUpper(last[0])) ? path : called.Length > LongestPath ? null : called;
    }

    private string? Known(string? path)
    {
        if (path is null)
        {
            return null;
        }

        for (var type = path; type is not null; type = Parent(type))
        {
            if (_types.TryGetValue(type, out var result))
            {
                return result;
            }
        }

        return path.AsSpan().Count('.') > Segments ? null : path;
    }

    /// <summary>What is said of a name; of a member also what is said of that of the base types.</summary>
    public IReadOnlyList<ModelEntry> Of(string? path)
    {
        var depth = 0;
        for (var at = path; at is not null && depth < 6; at = Parent(at), depth++)
        {
            if (_byPath.TryGetValue(at, out var entries))
            {
                return entries;
            }
        }

        return path is not null && _deep.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var deep)
            ? deep.FindAll(d => path.StartsWith(d.Beginning, StringComparison.Ordinal)).ConvertAll(d => d.Entry) : [];
    }

    /// <summary>Whether anything is said of a name or of a member of it.</summary>
    public bool Mentions(string path) => _mentioned.Contains(path) || _named.Contains(path) || _types.ContainsKey(path) || Of(path).Count > 0 || Of(path + "()").Count > 0;

    /// <summary>What is said of a member whose object is not known.</summary>
    public IReadOnlyList<ModelEntry> OfAny(string name) => _byPath.GetValueOrDefault("*." + name) ?? [];

    /// <summary>Whether anything is said of a name or of its members.</summary>
    public bool Begins(string path)
    {
        if (_prefixes.Count == 0)
        {
            foreach (var known in _byPath.Keys.Concat(_types.Keys))
            {
                for (var dot = known.Length; dot > 0; dot = known.LastIndexOf('.', dot - 1))
                {
                    _prefixes.Add(known[..dot]);
                }
            }
        }

        return _prefixes.Contains(path);
    }

    /// <summary>Whether a type is described, so that a member nobody mentions is known to be harmless.</summary>
    public bool IsModelled(string type) => _named.Contains(type);

    /// <summary>Whether a type is said to be another, or derives from it.</summary>
    public bool Derives(string? type, string from)
    {
        for (var depth = 0; type is not null && depth < 6; depth++)
        {
            if (type == from)
            {
                return true;
            }

            type = _bases.TryGetValue(type, out var bases) ? bases[0] : null;
        }

        return false;
    }

    // a.B.member is that of the base of a.B.
    private string? Parent(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && _bases.TryGetValue(path[..dot], out var bases) ? string.Concat(bases[0], path.AsSpan(dot)) : null;
    }
}
