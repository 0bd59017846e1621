using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Synthesis;

namespace Sallyport.Cli.Commands.Synthesizing;

/// <summary>Where generated tables go: standard output, a file, a folder. A file appears whole or not at all.</summary>
internal sealed class SynthesisOutput : IDisposable
{
    private readonly Terminal _terminal;
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly List<FileStream> _streams = [];

    /// <summary>Plans the output; throws <see cref="UserException"/> for what would write over an original.</summary>
    public SynthesisOutput(string? path, IReadOnlyList<FileTable> tables, Terminal terminal)
    {
        _terminal = terminal;
        if (path is null)
        {
            if (tables.Count > 1)
            {
                throw new UserException("several tables need a folder to be written to", "add `--out FOLDER`");
            }

            return;
        }

        var full = Path.GetFullPath(path, terminal.Folder);
        var folder = tables.Count > 1 || Directory.Exists(full);
        foreach (var table in tables)
        {
            var place = folder ? Path.Combine(full, Path.GetFileName(table.Path)) : full;
            if (tables.Any(t => t.Path == place))
            {
                throw new UserException($"`{path}` would write over an original", "name another file or folder");
            }

            if (_places.ContainsValue(place))
            {
                throw new UserException($"two tables are called `{Path.GetFileName(place)}`", "give them different names");
            }

            _places[table.Path] = place;
        }
    }

    public Stream Open(ITable table)
    {
        if (!_places.TryGetValue(((FileTable)table).Path, out var place))
        {
            return _terminal.Output;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var stream = new FileStream(Temporary(place), FileMode.Create, FileAccess.Write);
        _streams.Add(stream);
        return stream;
    }

    /// <summary>Puts the finished files where they belong.</summary>
    public void Keep()
    {
        Close();
        foreach (var place in _places.Values)
        {
            File.Move(Temporary(place), place, overwrite: true);
        }
    }

    public void Dispose()
    {
        Close();
        foreach (var place in _places.Values.Where(p => File.Exists(Temporary(p))))
        {
            File.Delete(Temporary(place));
        }
    }

    private static string Temporary(string place) => $"{place}.{Environment.ProcessId}.tmp";

    private void Close()
    {
        _streams.ForEach(s => s.Dispose());
        _streams.Clear();
    }
}
