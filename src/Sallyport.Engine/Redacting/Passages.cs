using System.Buffers;
using Sallyport.Core.Detection;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Redacting;

/// <summary>What is to be written in place of what, in one text.</summary>
internal sealed class Passages
{
    private readonly List<Passage> _passages = [];

    /// <summary>How many values are replaced.</summary>
    public int Count => _passages.Count;

    /// <summary>The passages, by place and without overlap.</summary>
    public IReadOnlyList<Passage> All => _passages;

    /// <summary>Decides what is written for values and for what looks like placeholders already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The values in it.</param>
    /// <param name="placeholders">What stands in for them.</param>
    /// <param name="seen">Where no placeholder may have stood; it has this text already.</param>
    public static Passages Of(ReadOnlySpan<byte> text, IReadOnlyList<SensitiveValue> values, Placeholders placeholders, SeenText seen)
    {
        var result = new Passages();

        // What is issued for this text does not stand in it; what was issued before may.
        if (placeholders.Index.Any)
        {
            var escaped = new List<(TextSpan Place, byte[] Other)>();
            placeholders.Index.Find(text, escaped);
            foreach (var (place, _) in escaped)
            {
                result._passages.Add(new Passage(place, placeholders.Of("encoded", text.Slice(place.Start, place.Length), 0, seen)));
            }
        }

        foreach (var value in values)
        {
            result._passages.Add(Written(text, value, placeholders, seen));
        }

        result.Settle(text, placeholders, seen);
        return result;
    }

    /// <summary>Writes a part of the text with its passages replaced.</summary>
    public void Write(ReadOnlySpan<byte> text, int from, int to, IBufferWriter<byte> output)
    {
        var at = from;
        foreach (var (place, written) in _passages)
        {
            if (place.End <= at || place.Start >= to)
            {
                continue;
            }

            output.Write(text[at..Math.Max(at, place.Start)]);
            output.Write(written);
            at = place.End;
        }

        output.Write(text[at..to]);
    }

    private static Passage Written(ReadOnlySpan<byte> text, SensitiveValue value, Placeholders placeholders, SeenText seen)
    {
        var placeholder = placeholders.Of(value.Kind, value.Text, value.Kept, seen);
        if (value.Layer.Depth == 0)
        {
            return new Passage(value.Span, placeholder);
        }

        if (value.Layer.Write(value.Span, placeholder, out var written) is { } place
            && (written.AsSpan().SequenceEqual(placeholder) && text.Slice(place.Start, place.Length).SequenceEqual(value.Text) || placeholders.Remember(text.Slice(place.Start, place.Length), written, seen)))
        {
            return new Passage(place, written);
        }

        var whole = value.Place;
        return new Passage(whole, placeholders.Of("encoded", text.Slice(whole.Start, whole.Length), 0, seen));
    }

    // What overlaps goes as one.
    private void Settle(ReadOnlySpan<byte> text, Placeholders placeholders, SeenText seen)
    {
        _passages.Sort(static (x, y) => x.Place.Start != y.Place.Start ? x.Place.Start.CompareTo(y.Place.Start) : y.Place.Length.CompareTo(x.Place.Length));
        var count = 0;
        foreach (var passage in _passages.ToArray())
        {
            if (count == 0 || passage.Place.Start >= _passages[count - 1].Place.End)
            {
                _passages[count++] = passage;
                continue;
            }

            var last = _passages[count - 1];
            if (passage.Place.End > last.Place.End)
            {
                var union = TextSpan.Between(last.Place.Start, passage.Place.End);
                _passages[count - 1] = new Passage(union, placeholders.Of("encoded", text.Slice(union.Start, union.Length), 0, seen));
            }
        }

        _passages.RemoveRange(count, _passages.Count - count);
    }

    /// <summary>A range of the text and what is written instead.</summary>
    internal readonly record struct Passage(TextSpan Place, byte[] Written);
}
