namespace Sallyport.Ledger.Durable;

/// <summary>A folder of small files that outlive a crash, readable by their owner only. Of several who claim a file, one gets it.</summary>
/// <param name="folder">The full path.</param>
public sealed class DurableFolder(string folder)
{
    private const string Unfinished = ".tmp";
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static int _count;

    /// <summary>The full path.</summary>
    public string Place => folder;

    /// <summary>Writes a file at once; it is on disk when the call returns.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        Make(folder);
        var path = Path.Combine(folder, name);
        var temporary = $"{path}.{Environment.ProcessId}.{Interlocked.Increment(ref _count)}{Unfinished}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The content of a file; null when it is not there.</summary>
    public byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes a file away and gives its content; null when it is not there, or another took it.</summary>
    public byte[]? Claim(string name)
    {
        var path = Path.Combine(folder, name);
        var mine = $"{path}.{Environment.ProcessId}.{Interlocked.Increment(ref _count)}{Unfinished}";
        try
        {
            File.Move(path, mine);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var content = File.ReadAllBytes(mine);
        File.Delete(mine);
        return content;
    }

    /// <summary>Whether a file is there.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>The names of the files that begin with <paramref name="prefix"/>, in order.</summary>
    public IReadOnlyList<string> Names(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var names = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, prefix + "*"))
        {
            if (!file.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                names.Add(Path.GetFileName(file));
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    // Folders above may be the user's own, with their own rights.
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnFolder);
        }
    }
}
