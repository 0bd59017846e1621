using Sallyport.Core.Artifacts;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Injection.Model;
using Sallyport.Detectors.Injection.Views;

namespace Sallyport.Detectors.Injection;

/// <summary>Judges whether a text tries to give an assistant orders that its carrier may not give. Pure; work is linear.</summary>
public static class InjectionInspector
{
    private const int Deepest = 3;
    private const int MostViews = 4096;

    /// <summary>Judges <paramref name="text"/>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="carrier">What brings it to the assistant.</param>
    /// <param name="origin">Who wrote it: the operator's own rules may give orders that those of others may not.</param>
    public static Inspection Inspect(ReadOnlyMemory<byte> text, Carrier carrier, Origin origin = Origin.Unknown)
    {
        var model = InjectionModel.Instance;
        var reading = Read(model.Heads, text, out var found, out var cut);
        Span<float> traits = stackalloc float[Traits.Count];
        traits.Clear();
        Traits.Of(reading, Known(carrier), traits);
        return Inspection.Of(reading, found, model.Score(model.Raw(traits, Known(carrier)), Known(carrier)), cut, origin);
    }

    /// <summary>Reads a text in all its layers.</summary>
    internal static Reading Read(Heads heads, ReadOnlyMemory<byte> text, out List<View> hidden, out bool cut)
    {
        var reading = new Reading(heads);
        hidden = [];
        cut = false;
        var budget = 65_536 + (4L * text.Length);
        var queue = new Queue<View>();
        queue.Enqueue(View.Whole(text));
        var holes = new List<TextSpan>();
        var inner = new List<View>();
        var decoded = new List<DecodedText>();
        while (queue.TryDequeue(out var view))
        {
            holes.Clear();
            inner.Clear();
            if (view.Depth < Deepest)
            {
                cut |= Uncover(view, inner, holes, decoded);
            }

            reading.Read(view, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(holes));
            inner.AddRange(reading.Ciphered);
            reading.Ciphered.Clear();
            foreach (var next in inner)
            {
                budget -= next.Bytes.Length;
                if (budget < 0 || hidden.Count >= MostViews)
                {
                    cut = true;
                    break;
                }

                hidden.Add(next);
                queue.Enqueue(next);
            }
        }

        return reading;
    }

    // Everything in a view that reads differently from how it is shown; true when that was too much.
    private static bool Uncover(View view, List<View> inner, List<TextSpan> holes, List<DecodedText> decoded)
    {
        var markup = new MarkupPieces();
        markup.Find(view, inner, holes);
        if (InvisibleText.Possible(view.Bytes.Span))
        {
            InvisibleText.Find(view, inner);
        }

        decoded.Clear();
        EncodedText.Find(view.Bytes, decoded);
        foreach (var text in decoded)
        {
            inner.Add(view.Decoded(text.Bytes, text.Map, Concealment.Encoded, text.How));
        }

        return markup.Exhausted;
    }

    private static Carrier Known(Carrier carrier) => carrier == Carrier.Unsaid ? Carrier.Document : carrier;
}
