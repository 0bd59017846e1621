using System.Text;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Redacting;

/// <summary>Reads a text as UTF-8 and writes it as it was: UTF-16 with its mark is taken apart and put together again, everything else passes as bytes.</summary>
internal sealed class WideText(Stream input)
{
    private readonly byte[] _first = new byte[2];
    private Encoding? _wide;
    private Decoder? _reading;
    private Decoder? _writing;
    private int _kept = -1;

    /// <summary>Reads on; 0 at the end.</summary>
    public int Read(byte[] buffer)
    {
        if (_kept < 0)
        {
            _kept = input.ReadAtLeast(_first, 2, throwOnEndOfStream: false);
            _wide = _first.AsSpan(0, _kept) switch { [0xFF, 0xFE] => new UnicodeEncoding(false, false, true), [0xFE, 0xFF] => new UnicodeEncoding(true, false, true), _ => null };
            (_reading, _writing) = (_wide?.GetDecoder(), Encoding.UTF8.GetDecoder());
        }

        var kept = _kept;
        _kept = 0;
        if (_wide is null)
        {
            _first.AsSpan(0, kept).CopyTo(buffer);
            return kept + input.Read(buffer.AsSpan(kept));
        }

        // The mark goes along as the character it is. A unit becomes three bytes at most.
        var raw = new byte[buffer.Length / 2];
        _first.AsSpan(0, kept).CopyTo(raw);
        var length = kept + input.ReadAtLeast(raw.AsSpan(kept), raw.Length - kept, throwOnEndOfStream: false);
        try
        {
            var chars = new char[raw.Length];
            var count = _reading!.GetChars(raw, 0, length, chars, 0, flush: length < raw.Length);
            return Encoding.UTF8.GetBytes(chars, 0, count, buffer, 0);
        }
        catch (DecoderFallbackException e)
        {
            throw new UserException($"the text says that it is UTF-16, and is not: {e.Message}", "look at what wrote it, or convert it to UTF-8");
        }
    }

    /// <summary>Writes a part of the text.</summary>
    public void Write(Stream output, ReadOnlySpan<byte> text)
    {
        if (_wide is null)
        {
            output.Write(text);
            return;
        }

        var chars = new char[text.Length + 1];
        var count = _writing!.GetChars(text, chars, flush: false);
        output.Write(_wide.GetBytes(chars, 0, count));
    }
}
