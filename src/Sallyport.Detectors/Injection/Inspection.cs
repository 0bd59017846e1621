using Sallyport.Core.Artifacts;
using Sallyport.Core.Text;
using Sallyport.Detectors.Injection.Model;
using Sallyport.Detectors.Injection.Views;

namespace Sallyport.Detectors.Injection;

/// <summary>What came of looking at a text.</summary>
/// <param name="Score">From 0 to 1; at one half and above the text is reported.</param>
/// <param name="Place">The passage that speaks most for it, in the bytes of the text.</param>
/// <param name="Hidden">How the passage was hidden ("HTML comment", "base64"); empty when it is shown.</param>
/// <param name="Unseen">Texts that no reader can see, whatever they say.</param>
/// <param name="Cut">Whether there was more in it than is decoded: it must not pass as looked at.</param>
public sealed record Inspection(double Score, TextSpan Place, string Hidden, IReadOnlyList<UnseenText> Unseen, bool Cut)
{
    /// <summary>Whether the passage speaks to an assistant, beyond its score.</summary>
    public bool Addressed { get; init; }

    /// <summary>Whether the text is reported.</summary>
    public bool Flagged => Score >= 0.5;

    internal static Inspection Of(Reading reading, List<View> hidden, double score, bool cut, Origin origin)
    {
        _ = origin;
        var unseen = new List<UnseenText>();
        foreach (var view in hidden)
        {
            if (view.Concealment == Concealment.Invisible && view.Parent is { Concealment: < Concealment.Encoded })
            {
                unseen.Add(new UnseenText(view.ToWhole(new TextSpan(0, view.Bytes.Length)), view.How, System.Text.Encoding.UTF8.GetString(view.Bytes.Span)));
            }
        }

        var best = reading.Tallies[0];
        foreach (var tally in reading.Tallies)
        {
            best = tally.View is not null && (best.View is null || tally.BestSum > best.BestSum) ? tally : best;
        }

        var place = best.View is null ? default : best.View.Concealment >= Concealment.Unseen || best.View is { Concealment: Concealment.Aside, Bytes.Length: < 400 } ? best.View.ToWhole(new TextSpan(0, best.View.Bytes.Length)) : best.View.ToWhole(best.Place);
        return new Inspection(unseen.Count > 0 ? Math.Max(score, 0.99) : score, place, best.View?.How ?? "", unseen, cut) { Addressed = Cues.Speaks(best.BestMask, best.Cues) };
    }
}
