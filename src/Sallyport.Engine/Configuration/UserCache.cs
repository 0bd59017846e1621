using System.Security.Cryptography;
using Sallyport.Core.Files;

namespace Sallyport.Engine.Configuration;

/// <summary>What was compiled once, kept in the user's own cache under the hash of what it was compiled from.</summary>
/// <param name="files">The disk.</param>
/// <param name="folder">The cache folder; null where there is none.</param>
public sealed class UserCache(IFiles files, string? folder)
{
    /// <summary>Gives the compiled form of <paramref name="source"/>, compiling it only when it is not there.</summary>
    /// <param name="kind">Names the form and its version.</param>
    /// <param name="source">What it is compiled from.</param>
    /// <param name="compile">Compiles it.</param>
    public byte[] Get(string kind, ReadOnlySpan<byte> source, Func<byte[]> compile)
    {
        ArgumentNullException.ThrowIfNull(compile);
        if (folder is null)
        {
            return compile();
        }

        var file = Path.Combine(folder, $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(source))}");
        if (Read(file) is { } kept)
        {
            return kept;
        }

        var compiled = compile();
        Keep(file, compiled);
        return compiled;
    }

    // The last 32 bytes are the hash of the rest, so that a file cut short by a full disk is compiled again, not believed.
    private byte[]? Read(string file)
    {
        try
        {
            return files.Read(file) is { Length: >= 32 } data && SHA256.HashData(data.AsSpan(..^32)).AsSpan().SequenceEqual(data.AsSpan(^32..)) ? data[..^32] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a cache that cannot be read costs time, nothing else
        }
    }

    private void Keep(string file, byte[] compiled)
    {
        try
        {
            files.Write(file, [.. compiled, .. SHA256.HashData(compiled)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // `sallyport doctor` says that the cache cannot be written
        }
    }
}
