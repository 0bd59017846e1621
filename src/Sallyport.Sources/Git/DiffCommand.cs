using Sallyport.Core;

namespace Sallyport.Sources.Git;

/// <summary>Asks git for the differences to a commit or tree, by plumbing that obeys no taste of the repository's.</summary>
internal static class DiffCommand
{
    private static readonly string[] Options =
    [
        "--raw", "--patch", "--unified=0", "-z", "-M", "--text", "--no-abbrev", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty",
        "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/", "--diff-algorithm=myers", "--inter-hunk-context=0", "--no-indent-heuristic", "--no-relative",
    ];

    /// <summary>What the index (<paramref name="cached"/>) or the work tree has that <paramref name="tree"/> has not.</summary>
    public static List<Change> Run(GitRepository repository, string tree, bool cached, IEnumerable<string> settings)
    {
        using var git = GitProcess.Start(repository.Folder, [.. settings, "diff-index", .. cached ? ["--cached"] : Array.Empty<string>(), .. Options, tree, "--"]);
        git.Input.Close();
        var changes = DiffReader.Read(git.Output);
        return git.Finish() is { } error ? throw GitRepository.Failed(error) : changes;
    }

    /// <summary>Settings that keep programs the repository itself names from running on its files.</summary>
    public static List<string> WithoutFilters(GitRepository repository)
    {
        var settings = new List<string>();
        var (_, output, _) = GitProcess.Run(repository.Folder, "config", "--local", "--includes", "--name-only", "-z", "--get-regexp", @"^filter\..*\.(clean|process|required)$");
        foreach (var name in output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            settings.Add("-c");
            settings.Add(name + (name.EndsWith(".required", StringComparison.Ordinal) ? "=false" : "="));
        }

        return settings;
    }
}
