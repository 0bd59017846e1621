using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>A format that a scan's result is written in. Every format renders the same result set.</summary>
public interface IReport
{
    /// <summary>What <c>--output</c> calls it.</summary>
    string Name { get; }

    /// <summary>Writes <paramref name="result"/> to <paramref name="output"/>, which stays open.</summary>
    void Write(ScanResult result, Stream output, ReportOptions options);
}
