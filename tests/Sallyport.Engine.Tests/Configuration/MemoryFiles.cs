using System.Text;
using Sallyport.Core.Files;

namespace Sallyport.Engine.Tests.Configuration;

/// <summary>Files that live in a dictionary.</summary>
internal sealed class MemoryFiles : IFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public int Reads { get; private set; }

    public MemoryFiles With(string path, string text)
    {
        _files[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public IEnumerable<string> Paths => _files.Keys;

    public bool Exists(string path) => _files.ContainsKey(path) || IsFolder(path);

    public bool IsFolder(string path) => _files.Keys.Any(f => f.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    public byte[]? Read(string path)
    {
        Reads++;
        return _files.GetValueOrDefault(path);
    }

    public void Write(string path, ReadOnlySpan<byte> content) => _files[path] = content.ToArray();

    public void Delete(string path) => _files.Remove(path);

    public IReadOnlyList<string> Below(string folder, string suffix) =>
        [.. _files.Keys.Where(f => f.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal) && f.EndsWith(suffix, StringComparison.Ordinal))];
}
