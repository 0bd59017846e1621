using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Projects;

/// <summary>Empty files and folders that stand, while a command runs, where something must not come to be: a mount needs something to lie on.</summary>
/// <remarks>Several runs in one project share them; the last one takes them away. What a killed run left is taken away by the next.</remarks>
internal sealed class Placeholders : IDisposable
{
    private readonly string _record;
    private FileStream? _shared;

    private Placeholders(string record, FileStream shared) => (_record, _shared) = (record, shared);

    /// <summary>Makes them. A path whose folder cannot be written is left out: the command cannot make it either.</summary>
    public static Placeholders Make(string state, string project, List<string> missing, List<string> made)
    {
        Directory.CreateDirectory(state);
        var record = Path.Combine(state, Key(project) + ".placeholders");
        var placeholders = new Placeholders(record, Share(record + ".lock"));
        try
        {
            File.AppendAllLines(record, missing); // before they are made, so that whoever comes next knows what a killed run left
            foreach (var path in missing)
            {
                if (Create(path.TrimEnd('/'), path[^1] == '/'))
                {
                    made.Add(path.TrimEnd('/'));
                }
            }
        }
        catch
        {
            placeholders.Dispose();
            throw;
        }

        return placeholders;
    }

    public void Dispose()
    {
        if (_shared is null)
        {
            return;
        }

        _shared.Dispose();
        _shared = null;
        try
        {
            using var alone = new FileStream(_record + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (File.Exists(_record))
            {
                foreach (var path in File.ReadAllLines(_record))
                {
                    Remove(path.TrimEnd('/'));
                }

                File.Delete(_record);
            }
        }
        catch (IOException)
        {
            return; // another run holds them
        }
    }

    private static FileStream Share(string file)
    {
        if (!File.Exists(file))
        {
            File.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            }
            catch (IOException) when (attempt < 400)
            {
                Thread.Sleep(5); // the last run is taking its placeholders away
            }
        }
    }

    private static bool Create(string path, bool folder)
    {
        try
        {
            if (folder)
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }
            else if (!File.Exists(path))
            {
                new FileStream(path, FileMode.CreateNew).Dispose();
            }

            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return Path.Exists(path);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            if (FileOwner.Of(path) is { IsFolder: true })
            {
                Directory.Delete(path); // only when it is empty
            }
            else if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // somebody put something there: it is theirs now
        }
    }

    // FNV-1a: it only keeps projects apart.
    private static string Key(string project)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in project)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
