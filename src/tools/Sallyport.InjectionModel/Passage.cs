using Sallyport.Detectors.Injection.Language;
using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>A text as the linear model sees it: what each sentence shows.</summary>
internal sealed class Passage
{
    [ThreadStatic]
    private static SentenceFeatures? _features;

    private Passage(List<int[]> surface, List<int[]> meanings, List<ulong> masks) => (Surface, Meanings, Masks) = (surface, meanings, masks);

    public List<int[]> Surface { get; }

    public List<int[]> Meanings { get; }

    public List<ulong> Masks { get; }

    public int Count => Masks.Count;

    public static Passage Of(byte[] text)
    {
        var features = _features ??= new SentenceFeatures();
        var reader = new SentenceReader(text, [], SentenceReader.Room());
        var passage = new Passage([], [], []);
        while (reader.Next(out var sentence) && passage.Count < 400)
        {
            features.Read(sentence);
            passage.Surface.Add(features.Surface.ToArray());
            passage.Meanings.Add(features.Meanings.ToArray());
            passage.Masks.Add(features.Mask);
        }

        return passage;
    }
}
