using System.Text;

namespace Sallyport.Synthesis.Tests;

/// <summary>A table in memory.</summary>
internal sealed class MemoryTable(string name, byte[] bytes) : ITable
{
    public MemoryTable(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }

    public string Name => name;

    public Stream Open() => new MemoryStream(bytes, writable: false);
}
