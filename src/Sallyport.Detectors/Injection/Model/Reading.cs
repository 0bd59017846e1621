using System.Numerics;
using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Injection.Language;
using Sallyport.Detectors.Injection.Views;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>Reads views of one text, window by window of a few sentences, and keeps what stood out.</summary>
internal sealed class Reading(Heads heads)
{
    private const int Windows = 4; // sentences at most
    private const int Widest = 900; // bytes of a window
    private readonly SentenceFeatures _features = new();
    private readonly char[] _letters = SentenceReader.Room();
    private readonly Sums[] _sums = new Sums[Windows];
    private readonly TextSpan[] _places = new TextSpan[Windows];
    private readonly float[] _top = [-16, -16, -16];
    private readonly ulong _explains = Lexicon.Instance.Of("explain") | Lexicon.Instance.Of("attack") | Mark.Quote | Mark.Question;
    private readonly ulong _speaksOfAttacks = Lexicon.Instance.Of("attack");
    private readonly ulong _speaksOfAssistants = Lexicon.Instance.Of("ai") | Lexicon.Instance.Of("prompt");

    /// <summary>What is shown, and what is aside, unseen, encoded or invisible, in this order.</summary>
    public Tally[] Tallies { get; } = [new(), new(), new(), new(), new()];

    /// <summary>Parts that only make sense turned round or rotated; to be read as views of their own.</summary>
    public List<View> Ciphered { get; } = [];

    /// <summary>The whole shown text as one window.</summary>
    public Sums All { get; private set; }

    public int Sentences { get; private set; }

    public int Suspicious { get; private set; }

    public int OnAttacks { get; private set; }

    public int OnAssistants { get; private set; }

    public Disguises Disguises { get; private set; }

    public int Repeats { get; private set; }

    public int Leet { get; private set; }

    public int Words { get; private set; }

    public Answer First { get; private set; }

    public Answer Last { get; private set; }

    /// <summary>What stands alone among lines of another shape: prose in a table, a log, code.</summary>
    public Tally Lone { get; } = new();

    /// <summary>The highest sums of single sentences.</summary>
    public ReadOnlySpan<float> Top => _top;

    /// <summary>The answer for the whole shown text.</summary>
    public Answer Overall() => heads.Of(All);

    /// <summary>Reads a view except its holes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(View view, ReadOnlySpan<TextSpan> holes)
    {
        var shown = view.Concealment == Concealment.None;
        var tally = Tallies[(int)view.Concealment];
        tally.Length += view.Bytes.Length;
        var reader = new SentenceReader(view.Bytes.Span, holes, _letters);
        var count = 0;
        while (reader.Next(out var sentence))
        {
            _features.Read(sentence);
            var sums = heads.Add(_features);
            Decipher(view, sentence, sums.Mask);
            (_sums[count % Windows], _places[count % Windows]) = (sums, sentence.Span);
            count++;
            Judge(view, tally, count, sentence, shown);
        }
    }

    private void Judge(View view, Tally tally, int count, in Sentence sentence, bool shown)
    {
        var joined = default(Sums);
        var end = sentence.Span.End;
        for (var back = 1; back <= Math.Min(count, Windows); back++)
        {
            var at = (count - back) % Windows;
            var place = TextSpan.Between(_places[at].Start, end);
            if (back > 1 && (place.Length > Widest || place.Length < 0))
            {
                break;
            }

            joined += _sums[at];
            if (back == 3)
            {
                continue;
            }

            var answer = heads.Of(joined);
            var cues = back <= 2 ? Cues.Of(joined.Mask) : 0;
            tally.Add(view, place, answer, joined.Mask, cues, (joined.Mask & _explains) == 0);
            if (back == 1 && shown)
            {
                Count(view, sentence, joined, answer, cues);
            }
        }
    }

    private void Count(View view, in Sentence sentence, in Sums sums, in Answer answer, int cues)
    {
        All += sums;
        First = Sentences == 0 ? answer : First;
        Last = answer;
        Sentences++;
        var sum = answer.Words + answer.Means;
        Suspicious += sum > 0 ? 1 : 0;
        OnAttacks += (sums.Mask & _speaksOfAttacks) != 0 ? 1 : 0;
        OnAssistants += (sums.Mask & _speaksOfAssistants) != 0 ? 1 : 0;
        Disguises += sentence.Disguises;
        Repeats += _features.Repeats;
        Leet += _features.Leet;
        Words += _features.Words;
        if (sum > _top[2])
        {
            _top[2] = sum;
            Array.Sort(_top, (x, y) => y.CompareTo(x));
        }

        if ((answer.Asks > -2 || sum > -2) && sentence.OpensLine && LineShape.IsLone(view.Bytes.Span, sentence.Span))
        {
            Lone.Add(view, sentence.Span, answer, sums.Mask, cues, direct: true);
        }
    }

    // Words that are only words when they are turned round, or moved by thirteen letters.
    private void Decipher(View view, in Sentence sentence, ulong mask)
    {
        if ((mask & (Lexicon.Instance.Turned | Lexicon.Instance.Rotated)) == 0 || view.Depth > 2 || Ciphered.Count >= 64)
        {
            return;
        }

        var bytes = view.Bytes.Span.Slice(sentence.Span.Start, sentence.Span.Length);
        var turned = (mask & Lexicon.Instance.Turned) != 0;
        var text = turned ? Backwards.Of(bytes) : Rotation.Of(bytes);
        var map = new SpanMap(view.Bytes, [new(new(0, text.Length), sentence.Span)]);
        Ciphered.Add(view.Decoded(text, map, Concealment.Encoded, turned ? "text written backwards" : "ROT13"));
    }
}
