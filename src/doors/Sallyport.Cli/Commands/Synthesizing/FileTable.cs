using Sallyport.Synthesis;

namespace Sallyport.Cli.Commands.Synthesizing;

/// <summary>A table in a file.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Path">The full path.</param>
internal sealed record FileTable(string Name, string Path) : ITable
{
    public Stream Open() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
}
