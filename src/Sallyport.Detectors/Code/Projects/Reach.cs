using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>Which functions can come to a place where harm is done, by the names that they and those they may call mention. The others need not be entered.</summary>
internal sealed class Reach
{
    private readonly HashSet<Function> _reaching = [];

    /// <summary>Follows names backwards from <paramref name="dangerous"/> ones.</summary>
    public Reach(Project project, IEnumerable<(string Name, IReadOnlyCollection<string> Owners)> dangerous)
    {
        var users = new Dictionary<int, List<Function>>();
        foreach (var (_, module) in project.Modules)
        {
            foreach (var function in module.Functions)
            {
                foreach (var word in function.Words)
                {
                    Users(word).Add(function);
                }
            }
        }

        var open = new Queue<int>();
        var seen = new HashSet<int>();
        foreach (var (name, owners) in dangerous)
        {
            var words = owners.Select(Words.Of).ToArray();
            foreach (var function in users.GetValueOrDefault(Words.Of(name)) ?? [])
            {
                if (words.Length == 0 || words.Any(function.Module!.Words.Contains))
                {
                    Add(function);
                }
            }
        }

        while (open.TryDequeue(out var word))
        {
            users.GetValueOrDefault(word)?.ForEach(Add);
        }

        void Add(Function function)
        {
            var name = Words.Of(function.Name == Class.Constructor ? function.Owner?.Name ?? "" : function.Name);
            if (_reaching.Add(function) && seen.Add(name))
            {
                open.Enqueue(name);
            }
        }

        List<Function> Users(int word) => users.TryGetValue(word, out var list) ? list : users[word] = [];
    }

    /// <summary>Whether a function, or the one it stands in, can come there. Rules over the code of Python and JavaScript look at more than names, so that all of theirs count.</summary>
    public bool Includes(Function function)
    {
        if (function.Module!.Language is Language.Python or Language.JavaScript)
        {
            return true;
        }

        var outermost = function;
        while (outermost.Outer is { Outer: not null } outer)
        {
            outermost = outer;
        }

        return _reaching.Contains(outermost);
    }
}
