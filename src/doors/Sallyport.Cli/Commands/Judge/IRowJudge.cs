namespace Sallyport.Cli.Commands.Judge;

/// <summary>Judges the rows of one kind.</summary>
internal interface IRowJudge
{
    /// <summary>Judges the row that <paramref name="from"/> gave last and writes its decision, one line; false for a row that cannot be judged.</summary>
    bool Judge(ReadOnlyMemory<byte> json, RowReader from, Stream output);
}
