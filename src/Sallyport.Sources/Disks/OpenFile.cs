namespace Sallyport.Sources.Disks;

/// <summary>A regular file, open for reading from its start to its end.</summary>
internal abstract class OpenFile : IDisposable
{
    /// <summary>The size when it was opened.</summary>
    public abstract long Length { get; }

    /// <summary>Reads what comes next; 0 at the end. A negative answer is a failure, described by <see cref="Failure"/>.</summary>
    public abstract int Read(Span<byte> buffer);

    /// <summary>Why reading failed.</summary>
    public string Failure { get; protected set; } = "";

    /// <summary>A seekable stream over the whole file, valid as long as this.</summary>
    public abstract Stream ToStream();

    public abstract void Dispose();
}
