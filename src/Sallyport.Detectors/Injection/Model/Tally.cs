using System.Numerics;
using Sallyport.Core.Text;
using Sallyport.Detectors.Injection.Views;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>What the windows of one kind of text (shown, aside, unseen, encoded) came to.</summary>
internal sealed class Tally
{
    private const float Nothing = -8;

    public Answer Best { get; private set; } = new(Nothing, Nothing, Nothing);

    public float BestSum { get; private set; } = 2 * Nothing;

    public float MostWords { get; private set; } = Nothing;

    public float MostMeans { get; private set; } = Nothing;

    public float MostAsks { get; private set; } = Nothing;

    public ulong BestMask { get; private set; }

    /// <summary>Cues of single sentences and pairs, a bit each.</summary>
    public int Cues { get; private set; }

    /// <summary>Cues of windows that explain or quote nothing.</summary>
    public int DirectCues { get; private set; }

    /// <summary>Characters of text.</summary>
    public int Length { get; set; }

    /// <summary>The view and the place of the best window.</summary>
    public View? View { get; private set; }

    public TextSpan Place { get; private set; }

    public void Add(View view, TextSpan place, in Answer answer, ulong mask, int cues, bool direct)
    {
        Cues |= cues;
        DirectCues |= direct ? cues : 0;
        MostWords = Math.Max(MostWords, answer.Words);
        MostMeans = Math.Max(MostMeans, answer.Means);
        MostAsks = Math.Max(MostAsks, answer.Asks);
        var sum = answer.Words + answer.Means + (0.5f * BitOperations.PopCount((uint)cues));
        if (sum > BestSum)
        {
            (BestSum, Best, BestMask, View, Place) = (sum, answer, mask, view, place);
        }
    }
}
