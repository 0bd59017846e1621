using System.Text;
using System.Text.Json;
using Sallyport.Detectors.Secrets.Generic;
using Sallyport.Detectors.Secrets.Noise;

namespace Sallyport.SecretModel;

/// <summary>Makes samples of labelled corpora: rows by line (`lines`), whole cases (`cases`), and trees that hold nothing (`clean`).</summary>
internal static class SampleReader
{
    private static readonly Transplant Transplant = new();

    public static IEnumerable<Sample> Lines(string labels)
    {
        var root = Path.GetDirectoryName(labels)!;
        var rows = File.ReadLines(labels).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(r => (Path: r.GetProperty("path").GetString()!, From: r.GetProperty("line0").GetInt32(), To: r.GetProperty("line1").GetInt32(), Label: r.GetProperty("label").GetString()!)).ToLookup(r => r.Path);
        foreach (var file in rows)
        {
            foreach (var (features, line, place) in Measure(Path.Combine(root, file.Key), file.Key))
            {
                var here = file.Where(r => r.From <= line && line <= r.To).Select(r => r.Label).ToArray();
                if (here.Contains("T") || !here.Contains("X"))
                {
                    yield return new Sample(features, here.Contains("T") ? 1 : 0, here.Length == 0 ? 0.7f : 1, file.Key.Split('/')[1], place);
                }
            }
        }
    }

    public static IEnumerable<Sample> Cases(string labels)
    {
        var root = Path.GetDirectoryName(labels)!;
        foreach (var row in File.ReadLines(labels).Select(l => JsonDocument.Parse(l).RootElement))
        {
            var label = row.GetProperty("label").GetInt32();
            var path = row.GetProperty("path").GetString()!;
            foreach (var (features, _, place) in label < 0 || row.GetProperty("cls").GetString() == "badsum" ? [] : Measure(Path.Combine(root, path), path))
            {
                yield return new Sample(features, label, 1, row.GetProperty("provider").GetString() + label, place);
            }
        }
    }

    public static IEnumerable<Sample> Clean(string root)
    {
        var transplanted = new List<float[]>();
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!file.Contains("/.git/", StringComparison.Ordinal) && new FileInfo(file) is { Length: < 2_000_000, LinkTarget: null })
            {
                foreach (var (features, _, place) in Measure(file, Path.GetRelativePath(root, file), transplanted))
                {
                    yield return new Sample(features, 0, 0.5f, Path.GetFileName(root), place);
                }

                foreach (var features in transplanted)
                {
                    yield return new Sample(features, 1, 0.3f, Path.GetFileName(root), "");
                }

                transplanted.Clear();
            }
        }
    }

    private static List<(float[] Features, int Line, string Place)> Measure(string file, string path, List<float[]>? transplanted = null)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan(0, Math.Min(bytes.Length, 4000)).Contains((byte)0) || FileKinds.HoldsOnlySums(path) ? [] : MeasureText(bytes, path, transplanted);
    }

    private static List<(float[] Features, int Line, string Place)> MeasureText(byte[] text, string path, List<float[]>? transplanted)
    {
        var found = new List<Assignment>();
        AssignmentScanner.Scan(text, found);
        var kind = FileKinds.Of(path);
        var result = new List<(float[], int, string)>();
        var seen = new HashSet<int>();
        foreach (var assignment in found.OrderBy(a => a.Value.Start).ThenBy(a => a.Bond))
        {
            if (References.Is(text, assignment, kind) || !seen.Add(assignment.Value.Start))
            {
                continue;
            }

            var features = new float[FeatureReader.Count];
            FeatureReader.Read(text, assignment, kind, features);
            if (features[(int)Feature.NameTailPublic] == 0 && features[(int)Feature.NameHeadPublic] == 0 && features[(int)Feature.NameTest] == 0 && features[(int)Feature.Quoted] == 1 && kind != ContentKind.Translation)
            {
                transplanted?.Add(Transplant.Measure(text, assignment, kind));
            }

            var line = 1 + text.AsSpan(0, assignment.Value.Start).Count((byte)'\n');
            result.Add((features, line, $"{path}:{line} {Encoding.UTF8.GetString(text, assignment.Name.Start, assignment.Name.Length)} {assignment.Bond} {Encoding.UTF8.GetString(text, assignment.Value.Start, Math.Min(60, assignment.Value.Length))}"));
        }

        return result;
    }
}
