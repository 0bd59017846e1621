namespace Sallyport.Core.Files;

/// <summary>The files that belong to Sallyport itself or that it was told to change: configuration, baseline, cache. What is scanned comes through sources.</summary>
public interface IFiles
{
    /// <summary>Whether something lies there, followed through links.</summary>
    bool Exists(string path);

    /// <summary>Whether it is a folder.</summary>
    bool IsFolder(string path);

    /// <summary>The content; null when there is no such file. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when it cannot be read.</summary>
    byte[]? Read(string path);

    /// <summary>Replaces the content at once: a reader sees the old or the new, never a part. Folders on the way are made.</summary>
    void Write(string path, ReadOnlySpan<byte> content);

    /// <summary>Removes a file that exists.</summary>
    void Delete(string path);

    /// <summary>The files below a folder whose names end with <paramref name="suffix"/>, in order of their paths; none when there is no such folder.</summary>
    IReadOnlyList<string> Below(string folder, string suffix);
}
