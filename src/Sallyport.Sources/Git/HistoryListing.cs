using System.Text;

namespace Sallyport.Sources.Git;

/// <summary>Lists every blob of a history once, oldest first, and starts git on reading them in that order. Two threads keep three gits busy.</summary>
internal sealed class HistoryListing : IDisposable
{
    // Far more than what git holds back in its buffers, or neither side could go on.
    private const int Chunk = 256;
    private const int Chunks = 64;
    private readonly GitProcess _revisions;
    private readonly GitProcess _types;
    private readonly GitProcess _contents;
    private readonly Lane<List<HistoryBlob>> _listed = new(Chunks);
    private readonly Lane<List<HistoryBlob>> _blobs = new(Chunks);
    private readonly long _largest;
    private readonly Thread[] _threads;
    private volatile bool _stopped;

    /// <summary>Starts listing.</summary>
    /// <param name="repository">Whose history.</param>
    /// <param name="revisions">From where, as arguments of <c>git rev-list</c>.</param>
    /// <param name="largest">Blobs larger than this are listed, and not read.</param>
    public HistoryListing(GitRepository repository, IEnumerable<string> revisions, long largest)
    {
        _largest = largest;
        _revisions = GitProcess.Start(repository.Folder, ["rev-list", "--objects", "--in-commit-order", "--reverse", "--missing=print", .. revisions]);
        _types = GitProcess.Start(repository.Folder, "cat-file", "--batch-check", "--buffer");
        _contents = GitProcess.Start(repository.Folder, "cat-file", "--batch", "--buffer");
        _revisions.Input.Close();
        _threads = [new Thread(() => Guarded(List, _listed)), new Thread(() => Guarded(Sort, _blobs))];
        Array.ForEach(_threads, t => t.Start());
    }

    /// <summary>How many objects the history names and the repository has not.</summary>
    public int Missing { get; private set; }

    /// <summary>What went wrong, when the listing has ended.</summary>
    public string? Failure { get; private set; }

    /// <summary>Where the contents come, in the order of the blobs.</summary>
    public OutputReader Contents => _contents.Output;

    /// <summary>The next blobs; false at the end.</summary>
    public bool Next(out List<HistoryBlob> blobs) => _blobs.Take(out blobs);

    public void Dispose()
    {
        _stopped = true;
        _listed.Close();
        _blobs.Close();
        _revisions.Dispose();
        _types.Dispose();
        _contents.Dispose();
        Array.ForEach(_threads, t => t.Join());
    }

    // A pipe breaks when a scan is stopped early; at any other time it is a failure to report.
    private void Guarded(Action work, Lane<List<HistoryBlob>> lane)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Failure = _stopped ? null : Failure ?? e.Message;
        }

        lane.Close();
    }

    private void List()
    {
        using var names = new BufferedStream(_types.Input, 64 << 10);
        var commit = "";
        var chunk = new List<HistoryBlob>(Chunk);
        while (_revisions.Output.Read((byte)'\n') is { } line)
        {
            var space = line.AsSpan().IndexOf((byte)' ');
            if (line.Length > 0 && line[0] == '?')
            {
                Missing++;
            }
            else if (space < 0)
            {
                commit = Encoding.ASCII.GetString(line);
            }
            else
            {
                var blob = new HistoryBlob(line, commit, 0);
                names.Write(blob.NameBytes);
                names.WriteByte((byte)'\n');
                chunk.Add(blob);
                if (chunk.Count == Chunk)
                {
                    names.Flush();
                    if (!_listed.Put(chunk))
                    {
                        return;
                    }

                    chunk = new List<HistoryBlob>(Chunk);
                }
            }
        }

        names.Flush();
        _listed.Put(chunk);
        Failure ??= _revisions.Finish();
    }

    // Trees and commits are told from blobs here.
    private void Sort()
    {
        using var names = new BufferedStream(_contents.Input, 64 << 10);
        while (_listed.Take(out var listed))
        {
            var blobs = new List<HistoryBlob>(listed.Count);
            foreach (var entry in listed)
            {
                var header = _types.Output.Read((byte)'\n');
                if (header is null || header.AsSpan().IndexOf(" blob "u8) < 0)
                {
                    continue;
                }

                var blob = entry with { Size = BlobReader.SizeIn(header) };
                blobs.Add(blob);
                if (blob.Size <= _largest)
                {
                    names.Write(blob.NameBytes);
                    names.WriteByte((byte)'\n');
                }
            }

            names.Flush();
            if (blobs.Count > 0 && !_blobs.Put(blobs))
            {
                return;
            }
        }
    }
}
