using System.Text;
using Sallyport.Core;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Git;

/// <summary>The repository that a folder belongs to, asked through git.</summary>
internal sealed class GitRepository
{
    private GitRepository(string folder, bool bare, bool shallow, string up, string prefix)
    {
        Folder = folder;
        Bare = bare;
        Shallow = shallow;
        Up = up;
        _prefix = Encoding.UTF8.GetBytes(prefix);
    }

    private readonly byte[] _prefix;

    /// <summary>The folder it was found from; git runs there.</summary>
    public string Folder { get; }

    public bool Bare { get; }

    /// <summary>Whether the history was cut off when it was cloned.</summary>
    public bool Shallow { get; }

    /// <summary>The way from <see cref="Folder"/> to the root of the work tree: <c>../</c> so many times.</summary>
    public string Up { get; }

    /// <summary>Finds the repository of <paramref name="folder"/>; a user's mistake when there is none.</summary>
    public static GitRepository Find(string folder)
    {
        var (succeeded, output, error) = GitProcess.Run(folder, "rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-cdup", "--show-prefix");
        if (!succeeded)
        {
            throw error.Contains("dubious ownership", StringComparison.Ordinal)
                ? new UserException("git does not trust this repository: it belongs to another user", "if you do, run: git config --global --add safe.directory '" + Path.GetFullPath(folder) + "'")
                : new UserException($"`{folder}` is in no git repository", "give a folder of one, or scan files instead");
        }

        var lines = output.Split('\n');
        return new GitRepository(folder, lines[0] == "true", lines.ElementAtOrDefault(1) == "true", lines.ElementAtOrDefault(2) ?? "", lines.ElementAtOrDefault(3) ?? "");
    }

    /// <summary>The object name of the commit that <paramref name="revision"/> means; null when it means none.</summary>
    public string? Commit(string revision)
    {
        if (revision.StartsWith('-'))
        {
            return null;
        }

        var (succeeded, output, _) = GitProcess.Run(Folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}");
        return succeeded ? output.Trim() : null;
    }

    /// <summary>The tree of a repository without commits.</summary>
    public string EmptyTree()
    {
        var (_, output, _) = GitProcess.Run(Folder, "hash-object", "-t", "tree", "--stdin");
        return output.Trim();
    }

    /// <summary>How a person in <see cref="Folder"/> would type a path that is relative to the root.</summary>
    public string Shown(ReadOnlySpan<byte> path) =>
        path.StartsWith(_prefix) ? PathText.Of(path[_prefix.Length..]) : Up + PathText.Of(path);

    /// <summary>Where git says a failure of its own lies.</summary>
    public static UserException Failed(string error) => new("git failed: " + error, "run `git fsck` to see what is wrong with the repository");
}
