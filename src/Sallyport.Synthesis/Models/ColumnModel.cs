using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>Draws values of a column. Its values fall into bins, between which dependences of other columns are learnt.</summary>
internal abstract class ColumnModel
{
    /// <summary>How many bins there are.</summary>
    public virtual int Bins => 1;

    /// <summary>What kind of column it is, for the report.</summary>
    public abstract string Kind { get; }

    /// <summary>The bin of a value; -1 for one that is not modelled.</summary>
    public virtual int BinOf(string cell) => 0;

    /// <summary>A value of a bin. The later the attempt, the wider the model looks for one that is free.</summary>
    public abstract string Draw(int bin, Chance chance, int attempt);

    /// <summary>Whether the values of a bin are common ones, which are nobody's own and may stand as they are.</summary>
    public virtual bool IsCommon(int bin) => false;

    /// <summary>Where a value lies between 0 and 1, for distances between rows; null for values that are only equal or not.</summary>
    public virtual double? Position(string cell) => null;
}
