using Sallyport.Core;

namespace Sallyport.Sandbox;

/// <summary>Which folder a command may write to.</summary>
public static class ProjectFolder
{
    private static readonly string[] System = ["bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "run", "sbin", "sys", "usr", "var/lib", "var/log"];

    /// <summary>The repository around <paramref name="folder"/>, or the folder itself; never one that is more than a project.</summary>
    public static string Around(string folder, string home)
    {
        folder = Real(folder);
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return Checked(at, home);
            }
        }

        return Checked(folder, home);
    }

    /// <summary>Refuses what would open more than one project: the root, a home folder, folders of the system.</summary>
    public static string Checked(string project, string home)
    {
        project = Real(project);
        if (project == "/" || Contains(project, Real(home)) || Path.GetDirectoryName(project) == "/" && project is "/home" or "/root" or "/tmp" or "/opt" or "/srv" or "/mnt" or "/var")
        {
            throw new UserException($"`{project}` is more than a project: all of it would be writable", "start in the project's folder, or name it with --project");
        }

        foreach (var name in System)
        {
            if (Contains("/" + name, project))
            {
                throw new UserException($"`{project}` belongs to the system", "start in the project's folder, or name it with --project");
            }
        }

        return project;
    }

    internal static bool Contains(string folder, string path) => path == folder || folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/');

    /// <summary>The path without links, as far as it exists.</summary>
    internal static string Real(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (Native.FileOwner.Of(real) is { IsLink: true } && new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                real = target.FullName == real ? real : Real(target.FullName);
            }
        }

        return real;
    }
}
