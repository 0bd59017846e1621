namespace Sallyport.Core.Policy;

/// <summary>A glob over paths of a project, as configuration writes it: <c>*</c> within a name, <c>**</c> across folders, <c>?</c> one character.</summary>
/// <remarks>Without a slash it fits a name at any depth; a pattern that fits a folder holds for all below it. Work is pattern times path at most.</remarks>
public sealed class PathPattern
{
    private readonly string _folder;
    private readonly string _glob;

    /// <summary>Makes a pattern.</summary>
    /// <param name="glob">The text.</param>
    /// <param name="folder">The folder it is written in, relative to the project's root, with a closing slash; empty for the root.</param>
    public PathPattern(string glob, string folder = "")
    {
        ArgumentNullException.ThrowIfNull(glob);
        Text = glob;
        _folder = folder;
        var trimmed = glob.TrimEnd('/');
        _glob = trimmed.StartsWith('/') ? trimmed[1..] : trimmed.Contains('/', StringComparison.Ordinal) ? trimmed : "**/" + trimmed;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it holds for <paramref name="path"/>, which is relative to the project's root.</summary>
    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith(_folder, StringComparison.Ordinal))
        {
            return false;
        }

        // Runs the glob as a set of positions; reaching its end at a slash or at the end of the path is a match.
        var inner = path.AsSpan(_folder.Length);
        var (now, next) = (new bool[_glob.Length + 1], new bool[_glob.Length + 1]);
        Enter(now, 0);
        foreach (var c in inner)
        {
            if (c == '/' && now[_glob.Length])
            {
                return true;
            }

            Array.Clear(next);
            for (var i = 0; i < _glob.Length; i++)
            {
                if (now[i])
                {
                    Step(next, i, c);
                }
            }

            (now, next) = (next, now);
        }

        return now[_glob.Length];
    }

    private void Step(bool[] next, int at, char c)
    {
        switch (_glob[at])
        {
            case '*' when IsDouble(at):
                next[at] = true;
                Enter(next, at + 2);
                break;
            case '*' when c != '/':
                Enter(next, at);
                break;
            case '?' when c != '/':
                Enter(next, at + 1);
                break;
            case var literal when literal is not '*' and not '?' && literal == c:
                Enter(next, at + 1);
                break;
        }
    }

    // Whatever may match nothing is passed at once: `*`, and `**/` in front of a name.
    private void Enter(bool[] set, int at)
    {
        while (!set[at])
        {
            set[at] = true;
            if (at == _glob.Length || _glob[at] != '*')
            {
                return;
            }

            if (IsDouble(at) && at + 2 < _glob.Length && _glob[at + 2] == '/')
            {
                Enter(set, at + 3);
            }

            at += IsDouble(at) ? 2 : 1;
        }
    }

    private bool IsDouble(int at) => at + 1 < _glob.Length && _glob[at + 1] == '*';
}
