using System.Buffers;

namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>A pooled buffer for the length of a check; cleared on return, since secrets pass through it.</summary>
internal readonly ref struct Scratch(int length) : IDisposable
{
    private readonly byte[] array = ArrayPool<byte>.Shared.Rent(length);

    public Span<byte> Span => array.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(array, clearArray: true);
}
