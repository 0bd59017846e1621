using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;

namespace Sallyport.Sources.Files;

/// <summary>The files below a folder, in order of their names.</summary>
public sealed class FileTree(string root) : IArtifactSource
{
    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(file => !file.Contains("/.git/", StringComparison.Ordinal))
            .Select(file => new FileItem(file, Path.GetRelativePath(root, file)));

    private sealed class FileItem(string file, string path) : IArtifactItem
    {
        public string Path => path;

        public void Open(IArtifactSink sink)
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).Contains((byte)0))
            {
                sink.Skip(new Skipped(path, "binary", Expected: true));
                return;
            }

            sink.Take(new Artifact(path, bytes));
        }
    }
}
