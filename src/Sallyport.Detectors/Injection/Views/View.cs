using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Views;

/// <summary>A text as something reads it: the whole, or a part that was hidden or encoded in another view.</summary>
/// <param name="Bytes">UTF-8.</param>
/// <param name="Concealment">How far it was out of sight.</param>
/// <param name="How">The same in words: "HTML comment", "base64".</param>
/// <param name="Parent">The view it stands in; null for the whole.</param>
/// <param name="Map">Leads into the parent; null where it is a plain range of it.</param>
/// <param name="Start">Where that plain range begins.</param>
internal sealed record View(ReadOnlyMemory<byte> Bytes, Concealment Concealment, string How, View? Parent, SpanMap? Map, int Start)
{
    /// <summary>The whole text.</summary>
    public static View Whole(ReadOnlyMemory<byte> bytes) => new(bytes, Concealment.None, "", null, null, 0);

    /// <summary>How many layers lie above.</summary>
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>A plain range of this view; what is hidden stays hidden.</summary>
    public View Part(TextSpan span, Concealment concealment, string how) =>
        new(Bytes.Slice(span.Start, span.Length), Worse(concealment), how, this, null, span.Start);

    /// <summary>A text that was decoded from this view.</summary>
    public View Decoded(ReadOnlyMemory<byte> bytes, SpanMap map, Concealment concealment, string how) => new(bytes, Worse(concealment), how, this, map, 0);

    /// <summary>The range of the whole text that a range of this view came from.</summary>
    public TextSpan ToWhole(TextSpan span)
    {
        for (var view = this; view.Parent is not null; view = view.Parent)
        {
            span = view.Map?.ToOuter(span) ?? span with { Start = span.Start + view.Start };
        }

        return span;
    }

    private Concealment Worse(Concealment other) => other > Concealment ? other : Concealment;
}
