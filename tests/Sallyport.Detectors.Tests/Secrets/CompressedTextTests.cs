using System.IO.Compression;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Secrets;

namespace Sallyport.Detectors.Tests.Secrets;

/// <summary>Compressed text that grows over the limit is read in part, and that is said.</summary>
public sealed class CompressedTextTests
{
    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(6_000_000, 1)]
    public void What_is_read_only_in_part_is_reported(int length, int skips)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("line of plain words\n", length / 20))));
        }

        var sink = new Sink();
        new SecretDetector([]).Index(new Artifact("bundle.txt", Encoding.ASCII.GetBytes($"bundle={Convert.ToBase64String(packed.ToArray())}\n")), sink);
        sink.Skips.ShouldBe(skips);
    }

    private sealed class Sink : IDetectionSink
    {
        public int Skips { get; private set; }

        public void Report(Detected detected)
        {
        }

        public void Derive(Artifact inner)
        {
        }

        public void Note(Fact fact)
        {
        }

        public void Skip(Skipped skipped) => Skips++;
    }
}
