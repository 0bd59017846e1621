using System.Security.Cryptography;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Redacting;

namespace Sallyport.Cli.Commands.Redacting;

/// <summary>The key and the maps of a user, in the user's own data folder: what leads back to a value never lies in a repository.</summary>
internal sealed class PlaceholderStore : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _map;
    private readonly byte[] _key;
    private readonly FileStream _lock;

    private PlaceholderStore(string map, byte[] key, FileStream locked, Placeholders placeholders) => (_map, _key, _lock, Placeholders) = (map, key, locked, placeholders);

    /// <summary>What was issued so far in this project.</summary>
    public Placeholders Placeholders { get; }

    /// <summary>Opens the map of a project and keeps others from changing it until it is closed.</summary>
    /// <param name="project">The project.</param>
    /// <param name="terminal">Where the command runs.</param>
    public static PlaceholderStore Open(Project project, Terminal terminal)
    {
        var folder = new UserFolders(terminal).Data ?? throw new UserException("there is no folder for the map that leads back", "set HOME or XDG_DATA_HOME");
        var map = new ProjectPlaces(folder, project.Root).Redactions;
        Directory.CreateDirectory(Path.GetDirectoryName(map)!);
        var key = Key(Path.Combine(folder, "redaction.key"));
        var locked = Lock($"{map}.lock");
        try
        {
            var placeholders = new Placeholders(SealedPlaceholders.NamingKey(key));
            if (File.Exists(map))
            {
                SealedPlaceholders.Open(File.ReadAllBytes(map), key, placeholders);
            }

            return new PlaceholderStore(map, key, locked, placeholders);
        }
        catch (InvalidDataException e)
        {
            locked.Dispose();
            throw new UserException($"`{map}` does not open: {e.Message}", "bring back the key and the map that belong together, or remove the map: what it stood for stays redacted then");
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>Writes the map at once: a reader sees the old or the new.</summary>
    public void Save()
    {
        var temporary = $"{_map}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = Create(temporary))
            {
                file.Write(SealedPlaceholders.Seal(Placeholders, _key));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, _map, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A file beside the map that goes when it is closed.</summary>
    public FileStream Scratch() => new($"{_map}.{Environment.ProcessId}.out", Options(FileMode.Create, FileOptions.DeleteOnClose));

    public void Dispose() => _lock.Dispose();

    private static byte[] Key(string path)
    {
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            using (var file = Create(temporary))
            {
                file.Write(RandomNumberGenerator.GetBytes(Placeholders.KeyLength));
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(temporary, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(temporary); // somebody else was first
            }
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Private) != 0)
        {
            throw new UserException($"others can read the key `{path}`", $"chmod 600 {path}");
        }

        return File.ReadAllBytes(path) is { Length: Placeholders.KeyLength } key ? key
            : throw new UserException($"`{path}` is no key: it has not {Placeholders.KeyLength} bytes", "bring back the key from a backup; without it the maps do not open");
    }

    private static FileStream Lock(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, Options(FileMode.OpenOrCreate, FileOptions.None));
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
            catch (IOException e)
            {
                throw new UserException($"another `sallyport redact` works on the same map: {e.Message}", "wait until it ends");
            }
        }
    }

    private static FileStream Create(string path) => new(path, Options(FileMode.Create, FileOptions.None));

    private static FileStreamOptions Options(FileMode mode, FileOptions options)
    {
        var result = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            result.UnixCreateMode = Private;
        }

        return result;
    }
}
