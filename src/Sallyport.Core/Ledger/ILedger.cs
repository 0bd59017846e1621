namespace Sallyport.Core.Ledger;

/// <summary>The append-only record of what the gate decided.</summary>
public interface ILedger
{
    /// <summary>Appends an entry; it is on disk when the call returns.</summary>
    void Append(LedgerEntry entry);

    /// <summary>All entries, oldest first.</summary>
    IEnumerable<LedgerEntry> Read();
}
