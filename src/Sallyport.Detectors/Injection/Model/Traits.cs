using System.Numerics;
using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Injection.Language;
using Sallyport.Detectors.Injection.Views;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>The traits of a text by which the trees decide. The trees refer to them by their place: train anew after a change.</summary>
internal static class Traits
{
    /// <summary>How many there are.</summary>
    public const int Count = 109;

    private static readonly ulong[] Speaking =
    [
        Meaning("explain") | Meaning("attack"), Mark.Question, Mark.Quote, // these speak for a text, the rest against it
        Mark.Delimiter | Mark.Label, Meaning("execute") | Meaning("send") | Meaning("pay") | Meaning("delete"), Meaning("password") | Meaning("secret"), Meaning("prompt"),
        Meaning("ai"), Meaning("you"), Meaning("urgent") | Meaning("must"), Meaning("ignore") | Meaning("forget") | Meaning("override"), Meaning("pretend"), Mark.Capitals, Mark.Disguise,
        Mark.Address, Mark.Mail, Mark.Number, Mark.Placeholder, Mark.Code,
    ];

    private static readonly ulong Telling = Speaking[4] | Speaking[5] | Speaking[6] | Speaking[7] | Speaking[8] | Speaking[9];

    /// <summary>Writes the traits of what was read.</summary>
    public static void Of(Reading reading, Carrier carrier, Span<float> traits)
    {
        var at = 0;
        Shown(reading, traits, ref at);
        Disguised(reading, traits, ref at);
        traits[at++] = reading.Lone.MostAsks;
        traits[at++] = reading.Lone.BestSum;
        traits[at++] = BitOperations.PopCount((uint)reading.Lone.Cues);
        for (var hidden = Concealment.Aside; hidden <= Concealment.Invisible; hidden++)
        {
            Hidden(reading.Tallies[(int)hidden], traits, ref at);
        }

        for (var c = Carrier.Prompt; c <= Carrier.ModelOutput; c++)
        {
            traits[at++] = c == carrier ? 1 : 0;
        }

        if (at != Count)
        {
            throw new InvalidOperationException($"{at} traits; {Count} were announced");
        }
    }

    /// <summary>Whether more of a trait may only speak for an attack (1), only against it (-1), or either (0).</summary>
    public static int Direction(int trait) => trait switch
    {
        24 or 25 or 60 => -1,
        4 or 5 or 26 or (>= 38 and <= 42) or 53 or 56 or 59 or 61 or >= 100 => 0,
        _ => 1,
    };

    private static ulong Meaning(string name) => Lexicon.Instance.Of(name);

    private static void Shown(Reading reading, Span<float> traits, ref int at)
    {
        var shown = reading.Tallies[0];
        traits[at++] = shown.BestSum;
        traits[at++] = shown.Best.Words;
        traits[at++] = shown.Best.Means;
        traits[at++] = shown.MostWords;
        traits[at++] = shown.Best.Asks;
        traits[at++] = shown.MostAsks;
        traits[at++] = shown.MostMeans;
        for (var cue = 0; cue < Cues.Count; cue++)
        {
            traits[at++] = (shown.DirectCues >> cue & 1) != 0 ? 2 : (shown.Cues >> cue & 1) != 0 ? 1 : 0;
        }

        traits[at++] = BitOperations.PopCount((uint)shown.Cues);
        traits[at++] = BitOperations.PopCount((uint)shown.DirectCues);
        traits[at++] = reading.Sentences == 0 ? 0 : (float)reading.Suspicious / reading.Sentences;
        foreach (var meaning in Speaking)
        {
            traits[at++] = (shown.BestMask & meaning) != 0 ? 1 : 0;
        }

        traits[at++] = reading.Top[0];
        traits[at++] = reading.Top[1];
        traits[at++] = reading.Top[2];
        traits[at++] = BitOperations.PopCount(shown.BestMask & Telling);
        var all = reading.Overall();
        traits[at++] = all.Words;
        traits[at++] = all.Means;
        traits[at++] = reading.First.Words;
        traits[at++] = reading.First.Means;
        traits[at++] = reading.Last.Words;
        traits[at++] = reading.Last.Means;
        traits[at++] = all.Asks;
        traits[at++] = reading.Last.Words + reading.Last.Means;
        traits[at++] = reading.First.Words + reading.First.Means;
        traits[at++] = reading.First.Asks;
        traits[at++] = Math.Max(reading.First.Words, reading.Last.Words);
        traits[at++] = Math.Max(reading.First.Means, reading.Last.Means);
        traits[at++] = reading.Last.Asks;
        traits[at++] = reading.Sentences == 0 ? 0 : (float)reading.OnAttacks / reading.Sentences;
        traits[at++] = reading.Sentences == 0 ? 0 : (float)reading.OnAssistants / reading.Sentences;
    }

    private static void Disguised(Reading reading, Span<float> traits, ref int at)
    {
        traits[at++] = Math.Min(6, reading.Disguises.Split);
        traits[at++] = Math.Min(6, reading.Disguises.Mixed);
        traits[at++] = Math.Min(6, reading.Disguises.Spaced);
        traits[at++] = MathF.Log2(1 + reading.Disguises.Styled);
        traits[at++] = Math.Min(12, reading.Leet) * MathF.Min(1, 12f / (1 + reading.Words));
        traits[at++] = reading.Words < 24 ? 0 : (float)reading.Repeats / reading.Words;
        traits[at++] = reading.Disguises.Sum == 0 ? 0 : (float)reading.Disguises.Sum / (1 + reading.Words);
    }

    private static void Hidden(Tally tally, Span<float> traits, ref int at)
    {
        traits[at++] = tally.BestSum;
        traits[at++] = tally.MostWords;
        traits[at++] = tally.MostMeans;
        traits[at++] = tally.MostAsks;
        traits[at++] = BitOperations.PopCount((uint)tally.Cues);
        traits[at++] = BitOperations.PopCount(tally.BestMask & Telling);
        traits[at++] = MathF.Log2(1 + tally.Length);
    }
}
