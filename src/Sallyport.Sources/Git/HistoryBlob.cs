using System.Text;

namespace Sallyport.Sources.Git;

/// <summary>A blob of the history, with the first commit and path it stood at.</summary>
/// <param name="Line">As <c>git rev-list --objects</c> writes it: its name, a space, its path.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Size">Its size.</param>
internal readonly record struct HistoryBlob(byte[] Line, string Commit, long Size)
{
    public ReadOnlySpan<byte> NameBytes => Line.AsSpan(0, Commit.Length);

    public string Name => Encoding.ASCII.GetString(NameBytes);

    public ReadOnlySpan<byte> Path => Line.Length > Commit.Length ? Line.AsSpan(Commit.Length + 1) : default;
}
