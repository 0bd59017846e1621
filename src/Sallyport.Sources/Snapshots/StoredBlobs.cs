using System.Text;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Snapshots;

/// <summary>Reads contents out of a store through one git.</summary>
internal sealed class StoredBlobs(string store) : IDisposable
{
    private GitProcess? _git;

    /// <summary>A content; null when the store has not got it.</summary>
    public byte[]? Read(string name)
    {
        if (!Directory.Exists(store))
        {
            return null;
        }

        _git ??= GitProcess.Start(store, "cat-file", "--batch");
        _git.Input.Write(Encoding.UTF8.GetBytes(name + "\n"));
        _git.Input.Flush();
        var size = BlobReader.SizeIn(_git.Output.Read((byte)'\n'));
        if (size < 0)
        {
            return null;
        }

        var content = new byte[size];
        var whole = _git.Output.ReadExactly(content);
        _git.Output.Skip(1);
        return whole ? content : null;
    }

    public void Dispose() => _git?.Dispose();
}
