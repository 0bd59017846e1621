using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Containers;

/// <summary>Unpacked content under a budget. Damage ends it early and is told by <see cref="Failure"/>, not thrown.</summary>
internal sealed class EntryStream(Stream unpacked, InflationBudget budget) : ReadOnlyStream
{
    /// <summary>Why it ended before its end.</summary>
    public string? Failure { get; private set; }

    /// <summary>How much came out.</summary>
    public long Unpacked { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Failure is not null || budget.Exhausted)
        {
            return 0;
        }

        try
        {
            var read = unpacked.Read(buffer);
            budget.Charge(read);
            Unpacked += read;
            return read;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Failure = "damaged: " + e.Message;
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        unpacked.Dispose();
        base.Dispose(disposing);
    }
}
