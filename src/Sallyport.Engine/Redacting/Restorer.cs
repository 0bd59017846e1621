using System.Buffers;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Redacting;

/// <summary>Puts values back in place of their placeholders, at once or as the text arrives.</summary>
public sealed class Restorer(Placeholders placeholders)
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly List<(TextSpan Place, byte[] Other)> _found = [];
    private byte[] _held = [];

    /// <summary>How many placeholders were replaced.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next piece of the text and gives what can be passed on; that lives until the next call.</summary>
    public ReadOnlyMemory<byte> Push(ReadOnlySpan<byte> chunk) => Pass(chunk, whole: false);

    /// <summary>Gives the rest of the text.</summary>
    public ReadOnlyMemory<byte> Finish() => Pass([], whole: true);

    private ReadOnlyMemory<byte> Pass(ReadOnlySpan<byte> chunk, bool whole)
    {
        _output.ResetWrittenCount();
        byte[] text = [.. _held, .. chunk];
        _found.Clear();
        placeholders.Index.Find(text, _found);

        // A placeholder may begin in the last bytes; what follows one that was found does not belong to it.
        var cut = whole ? text.Length : Math.Max(0, text.Length - Math.Max(0, placeholders.Index.Longest - 1));
        var at = 0;
        foreach (var (place, other) in _found)
        {
            if (place.Start >= cut)
            {
                break;
            }

            _output.Write(text.AsSpan(at..place.Start));
            _output.Write(other);
            at = place.End;
            Count++;
        }

        cut = Math.Max(cut, at);
        _output.Write(text.AsSpan(at..cut));
        _held = text[cut..];
        return _output.WrittenMemory;
    }
}
