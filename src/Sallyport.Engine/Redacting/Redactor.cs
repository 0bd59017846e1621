using System.Buffers;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Redacting;

/// <summary>Replaces secrets and personal data in a text by placeholders, at once or as the text arrives.</summary>
/// <remarks>
/// Of a text that arrives in pieces only so much is held back as may still become part of a value, or change what it is: the last word, the groups of a number,
/// a key up to its last line, and values whose name may stand behind them. One instance redacts one text; it is not safe for several threads.
/// </remarks>
public sealed class Redactor
{
    private const int History = 4096;
    private readonly IReadOnlyList<IDetector> _detectors;
    private readonly Placeholders _placeholders;
    private readonly string _path;
    private readonly SeenText _seen = new();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private byte[] _buffer = new byte[16 * 1024];
    private int _length;
    private int _done; // what lies before it in the buffer is history: passed on already, kept for the words in it
    private int _noted;

    /// <summary>Makes a redactor.</summary>
    /// <param name="detectors">What finds the values.</param>
    /// <param name="placeholders">What stands in for them.</param>
    /// <param name="path">What the text is called; its name can tell what the values in it are.</param>
    public Redactor(IReadOnlyList<IDetector> detectors, Placeholders placeholders, string path = "<text>") =>
        (_detectors, _placeholders, _path) = (detectors, placeholders, path);

    /// <summary>How many values were replaced, by what they are.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>How many bytes are held back.</summary>
    public int Held => _length - _done;

    /// <summary>Takes the next piece of the text and gives what can be passed on; that lives until the next call.</summary>
    public ReadOnlyMemory<byte> Push(ReadOnlySpan<byte> chunk)
    {
        Append(chunk);
        _output.ResetWrittenCount();
        var cut = HoldBack.From(_buffer.AsSpan(0, _length), _done);
        if (cut > _done)
        {
            Pass(cut, whole: false);
        }

        return _output.WrittenMemory;
    }

    /// <summary>Gives the rest of the text.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        _output.ResetWrittenCount();
        Pass(_length, whole: true);
        return _output.WrittenMemory;
    }

    /// <summary>Redacts a whole text.</summary>
    public ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> text)
    {
        _output.ResetWrittenCount();
        var values = Find(text);
        if (values.Count == 0 && !_placeholders.Index.Any)
        {
            return text;
        }

        _seen.Add(text.Span);
        Write(text.Span, values, 0, text.Length);
        return _output.WrittenMemory;
    }

    private void Append(ReadOnlySpan<byte> chunk)
    {
        if (_done > History * 4 || _length + chunk.Length > _buffer.Length && _done > History)
        {
            var drop = _done - History;
            _buffer.AsSpan(drop, _length - drop).CopyTo(_buffer);
            (_length, _done, _noted) = (_length - drop, _done - drop, Math.Max(0, _noted - drop));
        }

        if (_length + chunk.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + chunk.Length));
        }

        chunk.CopyTo(_buffer.AsSpan(_length));
        _length += chunk.Length;
    }

    private void Pass(int cut, bool whole)
    {
        // Grams that reach over the end of what was noted are noted now.
        _seen.Add(_buffer.AsSpan(Math.Max(0, _noted - Gram.Length + 1).._length));
        _noted = _length;
        var text = _buffer.AsMemory(0, _length);
        var values = Find(text);
        values.RemoveAll(v => v.Place is var place && (place.End <= _done || !whole && place.Start >= cut));
        if (!whole)
        {
            foreach (var value in values)
            {
                var place = value.Place;
                cut = place.End > cut ? Math.Max(_done, Math.Min(cut, place.Start)) : cut;
            }

            values.RemoveAll(v => v.Place.Start >= cut);
        }

        if (cut > _done)
        {
            Write(text.Span, values, _done, cut);
            _done = cut;
        }
    }

    private void Write(ReadOnlySpan<byte> text, List<SensitiveValue> values, int from, int to)
    {
        var places = new HashSet<TextSpan>();
        foreach (var value in values)
        {
            if (places.Add(value.Place))
            {
                _counts[value.Kind] = _counts.GetValueOrDefault(value.Kind) + 1;
            }
        }

        Passages.Of(text, values, _placeholders, _seen).Write(text, from, to, _output);
    }

    private List<SensitiveValue> Find(ReadOnlyMemory<byte> text)
    {
        var sink = new Sink();
        var artifact = new Artifact(_path, text, ArtifactKind.Prompt);
        foreach (var detector in _detectors)
        {
            detector.Index(artifact, sink);
        }

        return sink.Values;
    }

    private sealed class Sink : IDetectionSink
    {
        public List<SensitiveValue> Values { get; } = [];

        public void Report(Detected detected)
        {
            if (detected.Value is { } value)
            {
                Values.Add(value);
            }
        }

        public void Derive(Artifact inner)
        {
        }

        public void Note(Fact fact)
        {
        }

        public void Skip(Skipped skipped)
        {
        }
    }
}
