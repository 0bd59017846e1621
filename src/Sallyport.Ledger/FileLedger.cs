using System.Text;
using System.Text.Json;
using Sallyport.Core.Ledger;

namespace Sallyport.Ledger;

/// <summary>A ledger in one file of JSON lines, which is only ever appended to.</summary>
/// <remarks>One writer at a time holds the lock beside the file, so that entries of several processes do not mix; a line that a crash cut short is passed over in reading.</remarks>
public sealed class FileLedger(string path) : ILedger
{
    private const int Attempts = 400;
    private const int WouldBlock = 11;
    private const int SharingViolation = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public void Append(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var line = Encoding.UTF8.GetBytes(LedgerLine.Of(entry));
        using var alone = HoldAlone();
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(line);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Read()
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (var line in Lines())
        {
            if (Parse(line) is { } entry)
            {
                yield return entry;
            }
        }
    }

    // .NET appends at the length it saw when it opened the file, so two writers at once would write over each other.
    private FileStream HoldAlone()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (attempt < Attempts && ((e.HResult & 0xFFFF) is WouldBlock or SharingViolation))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static LedgerEntry? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new LedgerEntry(
                root.GetProperty("time"u8).GetDateTimeOffset(),
                root.GetProperty("door"u8).GetString()!,
                root.GetProperty("action"u8).GetString()!,
                root.GetProperty("outcome"u8).GetString()!,
                root.GetProperty("version"u8).GetString()!)
            {
                Counts = [.. root.GetProperty("counts"u8).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetInt64()))],
                Facts = root.TryGetProperty("facts"u8, out var facts) ? [.. facts.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))] : [],
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
