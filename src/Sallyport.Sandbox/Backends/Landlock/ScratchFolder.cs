using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Landlock;

/// <summary>A temporary folder on the disk, gone at the end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(Identity identity)
    {
        Path = Directory.CreateTempSubdirectory("sallyport-").FullName;
        Ownership.Give(Path, identity.User, identity.Group);
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // a folder that the command made unreadable; it is in the temporary folder
        }
    }
}
