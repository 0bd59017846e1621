using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Ignoring;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Repositories;

namespace Sallyport.Sources.Files;

/// <summary>Files and folders as a person named them: of folders everything git would see, of files each as it is.</summary>
/// <remarks>
/// Ignore files count inside a repository only, as they do for git; nested repositories and submodules are read by their own.
/// Symbolic links are not followed, except those named as a root.
/// </remarks>
/// <param name="roots">Paths, relative to the working directory; findings carry them as they were typed.</param>
/// <param name="options">How to read.</param>
public sealed class FileTree(IReadOnlyList<string> roots, FileTreeOptions options) : IArtifactSource
{
    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink)
    {
        var files = new List<IArtifactItem>();
        foreach (var root in Distinct())
        {
            var path = Encoding.UTF8.GetBytes(Located(root));
            var type = Disk.Current.TypeOf(path, follow: true);
            if (type == EntryType.File)
            {
                yield return new FileItem(Shown(root), path, options.Origin);
            }
            else if (type == EntryType.Folder)
            {
                var first = Root(root);
                var names = options.Listing is null ? null : new NameWalk(options.Listing, first, sink, options.ReadIgnored);
                var walk = new FolderWalk(options, sink, names);
                walk.Enter(first);
                while (walk.Next(files))
                {
                    foreach (var file in files)
                    {
                        yield return file;
                    }

                    files.Clear();
                }

                foreach (var name in names is null ? [] : names.Beside().Concat(names.OtherNames()))
                {
                    yield return name;
                }
            }
            else
            {
                sink.Skip(new Skipped(Shown(root), type == EntryType.Unknown ? "no such file or folder" : Failures.Reason(type)));
            }
        }
    }

    /// <summary>The same tree, with names listed beside what is read.</summary>
    public FileTree With(TreeListing listing) => new(roots, options with { Listing = listing });

    /// <summary>Whether it has one root, and that is <paramref name="folder"/>.</summary>
    public bool IsAll(string folder) => roots.Count == 1 && Path.TrimEndingDirectorySeparator(Full(roots[0])) == folder;

    // A root inside another would be read twice.
    private List<string> Distinct()
    {
        var kept = new List<string>(roots.Count);
        for (var i = 0; i < roots.Count; i++)
        {
            var full = WithSlash(Full(roots[i]));
            var covered = false;
            for (var j = 0; j < roots.Count && !covered; j++)
            {
                var other = WithSlash(Full(roots[j]));
                covered = j != i && full.StartsWith(other, StringComparison.Ordinal) && (full.Length > other.Length || j < i);
            }

            if (!covered)
            {
                kept.Add(roots[i]);
            }
        }

        return kept;
    }

    private static string WithSlash(string path) => path.EndsWith('/') ? path : path + "/";

    private string Full(string root) => Path.GetFullPath(Located(root));

    private string Located(string root) => options.WorkingFolder is null ? root : Path.Combine(options.WorkingFolder, root);

    private static string Shown(string root) =>
        PathText.Of(Encoding.UTF8.GetBytes(root.StartsWith("./", StringComparison.Ordinal) ? root[2..] : root));

    private Folder Root(string root)
    {
        var shown = root is "." or "./" ? "" : WithSlash(Shown(root));
        var located = WithSlash(Located(root));
        var path = Encoding.UTF8.GetBytes(located == "./" ? "" : located);
        var plain = new Folder(shown, path, null, [], null, TrackedOnly: false);
        return options.NoIgnore ? plain : WithIgnoresAbove(plain, Full(root));
    }

    private static Folder WithIgnoresAbove(Folder root, string full)
    {
        var between = new Stack<string>();
        for (var at = full.TrimEnd('/'); !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            if (GitFolder.At(at) is { } git)
            {
                if (between.Count == 0)
                {
                    break; // The walk itself finds the .git of its first folder.
                }

                var scope = git.Excludes();
                var inside = "";
                while (between.TryPop(out var name))
                {
                    scope = Scope(Path.Combine(at, inside, ".gitignore"), Encoding.UTF8.GetByteCount(inside), scope);
                    inside += name + "/";
                }

                return root with { Repository = git, InRepository = Encoding.UTF8.GetBytes(inside), Ignores = scope };
            }

            between.Push(Path.GetFileName(at));
        }

        return root;
    }

    private static IgnoreScope? Scope(string file, int baseLength, IgnoreScope? parent) =>
        Disk.Current.ReadSmall(file, 16 << 20, follow: false) is { } text ? new IgnoreScope(new IgnoreFile(text), baseLength, parent) : parent;
}
