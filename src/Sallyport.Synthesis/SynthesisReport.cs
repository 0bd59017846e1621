using Sallyport.Synthesis.Csv;
using Sallyport.Synthesis.Generation;

namespace Sallyport.Synthesis;

/// <summary>What was done to one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Dialect">How it is written down.</param>
/// <param name="Rows">Rows of the original.</param>
/// <param name="Generated">Rows generated.</param>
/// <param name="Columns">What each column is and what happened to it.</param>
/// <param name="CellsLeft">Original cells of columns that must hold none, counted in what was written.</param>
/// <param name="EqualRows">Generated rows that equal an original in every cell.</param>
/// <param name="BrokenKeys">Rows in which a pair of columns that is a key in the original stands again.</param>
/// <param name="Nearest">How near generated rows are to originals; null where nothing can be compared.</param>
/// <param name="HeldOut">How near one half of the originals is to the other, to compare with.</param>
public sealed record SynthesisReport(
    string Name,
    Dialect Dialect,
    long Rows,
    int Generated,
    IReadOnlyList<SynthesisReport.Column> Columns,
    long CellsLeft,
    int EqualRows,
    int BrokenKeys,
    Nearness? Nearest,
    Nearness? HeldOut)
{
    /// <summary>What a column is and what happened to it.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What kind it is taken for.</param>
    /// <param name="Relation">What it is to other columns: a key, a reference, determined by another; empty for none.</param>
    /// <param name="Fresh">Whether none of its values may be one of the original.</param>
    public sealed record Column(string Name, string Kind, string Relation, bool Fresh);
}
