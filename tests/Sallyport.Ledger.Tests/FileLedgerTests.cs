using Sallyport.Core.Ledger;

namespace Sallyport.Ledger.Tests;

public sealed class FileLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-ledger-").FullName;

    private string File => Path.Combine(_folder, "deep/ledger.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_appended_is_read_in_order()
    {
        var ledger = new FileLedger(File);
        ledger.Append(Entry(1));
        ledger.Append(Entry(2));
        var read = new FileLedger(File).Read().ToArray();
        read.Select(e => e.Counts.Single().Value).ShouldBe([1, 2]);
        read[0].Time.ShouldBe(Entry(1).Time);
        read[0].Outcome.ShouldBe("clean");
    }

    [Fact]
    public void Any_word_survives()
    {
        const string Word = "a \"quoted\" \\ word\n\u0001 \ud83d\ude00 é";
        new FileLedger(File).Append(Entry(1) with { Door = Word });
        new FileLedger(File).Read().Single().Door.ShouldBe(Word);
        System.IO.File.ReadAllLines(File).Length.ShouldBe(1);
    }

    [Fact]
    public void Nothing_that_was_written_changes_when_more_is_appended()
    {
        var ledger = new FileLedger(File);
        ledger.Append(Entry(1));
        var before = System.IO.File.ReadAllBytes(File);
        ledger.Append(Entry(2));
        System.IO.File.ReadAllBytes(File).AsSpan(0, before.Length).SequenceEqual(before).ShouldBeTrue();
    }

    [Fact]
    public void A_line_that_a_crash_cut_short_loses_no_other()
    {
        var ledger = new FileLedger(File);
        ledger.Append(Entry(1));
        System.IO.File.AppendAllText(File, "{\"time\":\"2026-\n");
        ledger.Append(Entry(2));
        ledger.Read().Select(e => e.Counts.Single().Value).ShouldBe([1, 2]);
    }

    [Fact]
    public void Several_writers_at_once_lose_nothing()
    {
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            for (var i = 0; i < 5; i++)
            {
                new FileLedger(File).Append(Entry((t * 5) + i));
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        new FileLedger(File).Read().Select(e => e.Counts.Single().Value).Order().ShouldBe(Enumerable.Range(0, 40).Select(i => (long)i));
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_empty() => new FileLedger(File).Read().ShouldBeEmpty();

    private static LedgerEntry Entry(int count) => new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), "command line", "scan", "clean", "0.1.0")
    {
        Counts = [new("files", count)],
    };
}
