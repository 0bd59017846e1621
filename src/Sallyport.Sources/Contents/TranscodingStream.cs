namespace Sallyport.Sources.Contents;

/// <summary>Reads UTF-16 or UTF-32 as UTF-8, bit by bit.</summary>
internal sealed class TranscodingStream(Stream source, TextEncoding encoding) : ReadOnlyStream
{
    private readonly byte[] _raw = new byte[64 << 10];
    private readonly byte[] _text = new byte[Transcoder.Bound(64 << 10)];
    private int _rawLength;
    private int _at;
    private int _length;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (_at == _length && !_ended)
        {
            Refill();
        }

        var count = Math.Min(buffer.Length, _length - _at);
        _text.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    private void Refill()
    {
        var read = source.Read(_raw.AsSpan(_rawLength));
        _rawLength += read;
        _ended = read == 0;
        var whole = _rawLength & ~3;
        var (used, written) = Transcoder.ToUtf8(encoding, _raw.AsSpan(0, _ended ? _rawLength : whole), _text, _ended);
        _raw.AsSpan(used, _rawLength - used).CopyTo(_raw);
        _rawLength -= used;
        (_at, _length) = (0, written);
    }
}
