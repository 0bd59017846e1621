using System.Text;
using Sallyport.Core.Detection;
using Sallyport.Registries.Manifests;

namespace Sallyport.Detectors.Packages;

/// <summary>The dependencies that a Python script declares in itself (PEP 723).</summary>
internal static class InlineRequirements
{
    public static void Read(ReadOnlySpan<byte> text, PackageReports reports, IDetectionSink sink)
    {
        var block = text.IndexOf("# /// script"u8);
        if (block < 0)
        {
            return;
        }

        var inside = false;
        for (var at = block; at < text.Length;)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            var line = feed < 0 ? text[at..] : text.Slice(at, feed);
            if (line.IsEmpty || line[0] != '#' || (at > block && line.TrimEnd("\r "u8).SequenceEqual("# ///"u8)))
            {
                return;
            }

            inside |= line.IndexOf("dependencies"u8) >= 0;
            for (var open = 0; inside && open < line.Length && line[open..].IndexOfAny((byte)'"', (byte)'\'') is >= 0 and var found;)
            {
                open += found;
                var close = line[(open + 1)..].IndexOf(line[open]);
                if (close < 0)
                {
                    break;
                }

                foreach (var package in Requirements.Read(Encoding.UTF8.GetString(line.Slice(open + 1, close)), at + open + 1))
                {
                    reports.Name(package, pinned: false, sink);
                }

                open += close + 2;
            }

            inside &= line.IndexOf((byte)']') < 0;
            at = feed < 0 ? text.Length : at + feed + 1;
        }
    }
}
