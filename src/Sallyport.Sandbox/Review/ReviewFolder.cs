using Sallyport.Core;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox;

/// <summary>Where the changes of a reviewed command lie until somebody decides about them: the upper layer of an overlay over the project.</summary>
public sealed class ReviewFolder
{
    /// <summary>Makes the folder for one run.</summary>
    /// <param name="state">Sallyport's own state.</param>
    /// <param name="project">The project.</param>
    public ReviewFolder(string state, string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        Root = Path.Combine(state, "review-" + Guid.NewGuid().ToString("n"));
        if (project.AsSpan().ContainsAny(",:\\\"") || Root.AsSpan().ContainsAny(",:\\\""))
        {
            throw new UserException("a review cannot be made of a folder with a comma, colon, quote or backslash in its path", "run it in a copy elsewhere");
        }

        var identity = Identity.For(project);
        foreach (var folder in (string[])[Root, Upper, Work])
        {
            Directory.CreateDirectory(folder);
            if (folder != Root && identity.Privileged)
            {
                Ownership.Give(folder, identity.User, identity.Group);
            }
        }

        // The upper folder is the project's own as the command sees it.
        File.SetUnixFileMode(Upper, File.GetUnixFileMode(project));
    }

    /// <summary>The folder of this run.</summary>
    public string Root { get; }

    /// <summary>What the command changed.</summary>
    public string Upper => Path.Combine(Root, "upper");

    /// <summary>What the kernel needs beside it.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>What an overlay over <paramref name="lower"/> is mounted with, when the folder of the run is found at <paramref name="root"/>.</summary>
    internal static string Options(string lower, string root) => $"lowerdir={lower},upperdir={root}/upper,workdir={root}/work,userxattr";

    /// <summary>Takes the folder away.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // the kernel's own folder may be closed to us; it holds nothing of the command's
        }
    }
}
