using Sallyport.Core.Findings;

namespace Sallyport.Reports.JUnit;

/// <summary>The findings of one file.</summary>
internal sealed class JUnitSuite(string path)
{
    public string Path => path;

    public List<Finding> Findings { get; } = [];

    public List<Skipped> Unread { get; } = [];

    public int Cases => Math.Max(1, Findings.Count + Unread.Count);

    public int Failures
    {
        get
        {
            var failures = 0;
            foreach (var finding in Findings)
            {
                failures += finding.Suppression is null ? 1 : 0;
            }

            return failures;
        }
    }
}
