using System.Runtime.InteropServices;
using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>A compiled `token:` expression: the secret, and the context on either side where the expression has a capture group.</summary>
public sealed class TokenPattern
{
    /// <summary>Longest text looked at from one start, in bytes: keeps hostile input linear.</summary>
    public const int WindowLimit = 16 * 1024;

    private readonly Dfa? _before;
    private readonly Dfa _secret;
    private readonly Dfa? _after;

    private int _prefix = -1;

    private TokenPattern(Dfa? before, Dfa secret, Dfa? after) => (_before, _secret, _after) = (before, secret, after);

    /// <summary>How many bytes at the beginning of the secret are fixed by its kind, give or take their case.</summary>
    public int Prefix => _prefix >= 0 ? _prefix : _prefix = _secret.Prefix();

    /// <summary>Whether the expression asks for something around the secret.</summary>
    public bool HasContext => _before is not null || _after is not null;

    /// <summary>Whether a match may begin with <paramref name="first"/>.</summary>
    public bool MayBegin(byte first) => (_before ?? _secret).MayBegin(first);

    /// <summary>Compiles an expression; throws <see cref="PatternException"/>.</summary>
    public static TokenPattern Compile(string expression) => Compile(PatternParser.Parse(expression));

    /// <summary>Matches at the beginning of <paramref name="text"/>; the longest secret wins.</summary>
    /// <param name="text">Text from the start of a possible match.</param>
    /// <param name="secretStart">Offset of the secret.</param>
    /// <param name="secretLength">Length of the secret.</param>
    /// <param name="length">Length of the whole match.</param>
    public bool TryMatch(ReadOnlySpan<byte> text, out int secretStart, out int secretLength, out int length)
    {
        text = text.Length > WindowLimit ? text[..WindowLimit] : text;
        if (_before is null && _after is null)
        {
            secretStart = 0;
            length = secretLength = _secret.LongestMatch(text);
            return length > 0;
        }

        return TryMatchParts(text, out secretStart, out secretLength, out length);
    }

    internal static TokenPattern Compile(PatternNode pattern)
    {
        var (before, secret, after) = Split(pattern);
        return new(before is null ? null : DfaBuilder.Build(before), DfaBuilder.Build(secret), after is null ? null : DfaBuilder.Build(after));
    }

    internal static TokenPattern Read(ref ReadOnlySpan<byte> source)
    {
        var parts = MemoryMarshal.Read<ushort>(source);
        source = source[2..];
        var before = (parts & 1) != 0 ? Dfa.Read(ref source) : null;
        var secret = Dfa.Read(ref source);
        return new(before, secret, (parts & 2) != 0 ? Dfa.Read(ref source) : null);
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write((ushort)((_before is null ? 0 : 1) | (_after is null ? 0 : 2)));
        _before?.Write(writer);
        _secret.Write(writer);
        _after?.Write(writer);
    }

    private bool TryMatchParts(ReadOnlySpan<byte> text, out int secretStart, out int secretLength, out int length)
    {
        List<int> starts = [], ends = [];
        (secretStart, secretLength, length) = (0, -1, -1);
        if (_before is null)
        {
            starts.Add(0);
        }
        else
        {
            _before.AllMatches(text, starts);
        }

        for (var i = starts.Count - 1; i >= 0; i--)
        {
            ends.Clear();
            _secret.AllMatches(text[starts[i]..], ends);
            for (var j = ends.Count - 1; j >= 0; j--)
            {
                var end = starts[i] + ends[j];
                var tail = _after?.LongestMatch(text[end..]) ?? 0;
                if (tail >= 0 && ends[j] > 0)
                {
                    (secretStart, secretLength, length) = (starts[i], ends[j], end + tail);
                    return true;
                }
            }
        }

        return false;
    }

    private static (PatternNode? Before, PatternNode Secret, PatternNode? After) Split(PatternNode pattern)
    {
        if (pattern is Capture whole)
        {
            return (null, whole.Item, null);
        }

        if (pattern is Sequence sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
            {
                if (sequence.Items[i] is Capture capture)
                {
                    return (Part(sequence.Items.Take(i)), capture.Item, Part(sequence.Items.Skip(i + 1)));
                }
            }
        }

        return HoldsCapture(pattern)
            ? throw new PatternException("the capture group stands inside another group or an alternative: put it at the top level")
            : (null, pattern, null);
    }

    private static Sequence? Part(IEnumerable<PatternNode> items) => items.ToArray() is { Length: > 0 } list ? new Sequence(list) : null;

    private static bool HoldsCapture(PatternNode node) => node switch
    {
        Capture => true,
        Sequence sequence => sequence.Items.Any(HoldsCapture),
        Choice choice => choice.Options.Any(HoldsCapture),
        Repeat repeat => HoldsCapture(repeat.Item),
        _ => false,
    };
}
