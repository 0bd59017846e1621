using System.Buffers;
using System.Text;
using System.Text.Json;
using Sallyport.Core.Text;

namespace Sallyport.Sources.Containers;

/// <summary>One text of a notebook, with its JSON escapes undone, and the map back to them.</summary>
internal sealed class NotebookText
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<SpanMap.Segment> _segments = [];

    public bool IsEmpty => _text.WrittenCount == 0;

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Bytes => _text.WrittenMemory;

    /// <summary>Forgets the text, for the next one.</summary>
    public void Clear()
    {
        _text.Clear();
        _segments.Clear();
    }

    public SpanMap Map(ReadOnlyMemory<byte> outer) => new(outer, _segments);

    /// <summary>Adds the string that <paramref name="reader"/> stands on.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        if (!IsEmpty && _text.WrittenSpan[^1] != '\n')
        {
            Append("\n"u8, TextSpan.Between((int)reader.TokenStartIndex, (int)reader.TokenStartIndex));
        }

        var raw = reader.ValueSpan;
        var start = (int)reader.TokenStartIndex + 1;
        var at = 0;
        while (at < raw.Length)
        {
            var plain = raw[at..].IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length - at : plain;
            if (plain > 0)
            {
                Append(raw.Slice(at, plain), new TextSpan(start + at, plain));
                at += plain;
            }
            else
            {
                at += Escape(raw[at..], start + at);
            }
        }
    }

    private int Escape(ReadOnlySpan<byte> raw, int start)
    {
        if (raw[1] != 'u')
        {
            byte value = raw[1] switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', var other => other };
            Append([value], new TextSpan(start, 2));
            return 2;
        }

        var (unit, length) = (Unit(raw), 6);
        var rune = Rune.ReplacementChar;
        if (char.IsHighSurrogate(unit) && raw.Length >= 12 && raw[6] == '\\' && raw[7] == 'u' && Rune.TryCreate(unit, Unit(raw[6..]), out rune))
        {
            length = 12;
        }
        else if (!Rune.TryCreate(unit, out rune))
        {
            rune = Rune.ReplacementChar;
        }

        Span<byte> encoded = stackalloc byte[4];
        Append(encoded[..rune.EncodeToUtf8(encoded)], new TextSpan(start, length));
        return length;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        System.Buffers.Text.Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';

    private void Append(ReadOnlySpan<byte> text, TextSpan outer)
    {
        _segments.Add(new SpanMap.Segment(new TextSpan(_text.WrittenCount, text.Length), outer));
        _text.Write(text);
    }
}
