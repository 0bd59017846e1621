using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Snapshots;

/// <summary>Writes contents and a commit through one <c>git fast-import</c>: bytes go in as they are, past every filter and line ending.</summary>
internal sealed class FastImport(string store) : IDisposable
{
    private const long MostBytes = 512 << 20;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private long _sent;
    private GitProcess? _git;

    /// <summary>The entries of a tree with the names of their contents; what the store has not got is sent to it.</summary>
    public List<TreeEntry> Content(byte[] root, TreeReader tree, Manifest? last)
    {
        var before = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        foreach (var entry in last?.Entries ?? [])
        {
            before[entry.Path] = entry;
            _known.Add(entry.Blob);
        }

        var entries = new List<TreeEntry>(tree.Entries.Count);
        foreach (var entry in tree.Entries)
        {
            if (entry.Type == EntryType.Folder)
            {
                entries.Add(entry);
            }
            else if (before.TryGetValue(entry.Path, out var known) && entry.IsStill(known, last!.Read))
            {
                entries.Add(entry with { Blob = known.Blob });
            }
            else if (Bytes(root, entry) is { } bytes)
            {
                entries.Add(entry with { Blob = Send(bytes) });
            }
            else
            {
                tree.Left.Add(new LeftOut(entry.Shown, "cannot be read"));
            }
        }

        return entries;
    }

    /// <summary>Makes the commit, and waits until all of it is on disk.</summary>
    public void Commit(string reference, byte[] manifest, IReadOnlyList<TreeEntry> entries, string reason, DateTimeOffset now)
    {
        var list = Send(manifest);
        var message = Encoding.UTF8.GetBytes(reason.ReplaceLineEndings(" "));
        Line($"commit {reference}");
        Line($"committer Sallyport <sallyport@localhost> {now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} +0000");
        Line($"data {message.Length.ToString(CultureInfo.InvariantCulture)}");
        _git!.Input.Write(message);
        Line("");
        Line($"M 100644 {list} manifest");
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Blob.Length > 0 && sent.Add(entry.Blob))
            {
                Line($"M 100644 {entry.Blob} {entry.Blob[..2]}/{entry.Blob[2..]}");
            }
        }

        Line("done");
        _git.Input.Close();
        if (_git.Finish() is { } error)
        {
            throw new IOException($"the state cannot be kept: {error}");
        }
    }

    public void Dispose() => _git?.Dispose();

    private string Send(byte[] content)
    {
        var name = NameOf(content);
        if (_known.Add(name))
        {
            _sent += content.Length;
            if (_sent > MostBytes)
            {
                throw new IOException($"more than {MostBytes >> 20} MiB are new");
            }

            Line("blob");
            Line($"data {content.Length.ToString(CultureInfo.InvariantCulture)}");
            _git!.Input.Write(content);
            Line("");
        }

        return name;
    }

    private void Line(string text)
    {
        _git ??= GitProcess.Start(store, "fast-import", "--quiet", "--done");
        _git.Input.Write(Encoding.ASCII.GetBytes(text + "\n"));
    }

    private static byte[]? Bytes(byte[] root, TreeEntry entry)
    {
        if (entry.Type == EntryType.SymbolicLink)
        {
            return RawDisk.ReadLink(root, entry.Path);
        }

        // One byte more than it had shows that it grew meanwhile.
        using var file = Disk.Current.Open(RawDisk.Full(root, entry.Path).AsSpan()[..^1], follow: false, out _);
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[file.Length + 1];
        var filled = 0;
        int read;
        while ((read = file.Read(bytes.AsSpan(filled))) > 0)
        {
            filled += read;
            if (filled == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return read < 0 ? null : bytes[..filled];
    }

#pragma warning disable CA5350 // Git names contents so.
    private static string NameOf(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length.ToString(CultureInfo.InvariantCulture)}\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
#pragma warning restore CA5350
}
