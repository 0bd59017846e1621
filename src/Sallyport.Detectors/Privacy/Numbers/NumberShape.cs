using System.Globalization;

namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>One way in which a kind of number is written.</summary>
internal sealed class NumberShape
{
    private const char Any = '~';
    private const char Narrow = '^';
    private readonly List<(ulong Low, ulong High)?> _sets = [];
    private readonly List<char> _before = [];
    private readonly ulong _digits;
    private readonly ulong _letters;
    private readonly ulong _breaks;
    private readonly ulong _demanded;
    private readonly int _separators;

    /// <summary>Reads a shape of <c>numbers.txt</c>.</summary>
    public NumberShape(NumberKind kind, string shape)
    {
        Kind = kind;
        char separator = '\0';
        var (demanded, open) = (false, false);
        for (var i = 0; i < shape.Length;)
        {
            if (shape[i] is Any or Narrow or '-' or '.' or '/' or '+' or '!')
            {
                demanded |= shape[i] == '!';
                separator = shape[i++];
                continue;
            }

            var (atom, next) = Atom(shape, i);
            var repeat = 1;
            if (next < shape.Length && shape[next] == '{')
            {
                var close = shape.IndexOf('}', next);
                repeat = int.Parse(shape.AsSpan(next + 1, close - next - 1), CultureInfo.InvariantCulture);
                next = close + 1;
            }

            for (; repeat > 0; repeat--)
            {
                var bit = 1UL << _sets.Count;
                _digits |= atom == "d" ? bit : 0;
                _letters |= atom == "a" ? bit : 0;
                _breaks |= separator != '\0' ? bit : 0;
                _demanded |= demanded ? bit : 0;
                _separators += separator != '\0' ? 1 : 0;
                open |= atom == "x" || atom.Length > 1 && Mixed(Set(atom.Trim('[', ']')));
                _digits |= atom.Length > 1 && Set(atom.Trim('[', ']')) is (not 0, 0) || char.IsAsciiDigit(atom[0]) ? bit : 0;
                _sets.Add(atom is "d" or "a" or "x" ? null : Set(atom.Trim('[', ']')));
                _before.Add(separator);
                (separator, demanded) = ('\0', false);
            }

            i = next;
        }

        Digits = open ? null : _digits;
    }

    /// <summary>Which places are digits, where every place is either that or a letter; null where one may be both.</summary>
    public ulong? Digits { get; }

    /// <summary>The kind.</summary>
    public NumberKind Kind { get; }

    /// <summary>How many letters and digits.</summary>
    public int Count => _sets.Count;

    /// <summary>Whether <paramref name="text"/> is written so; the digits are not checked.</summary>
    /// <param name="text">The candidate.</param>
    /// <param name="formed">Whether it has all the separators of the shape, and the shape has any.</param>
    public bool Fits(in NumberText text, out bool formed)
    {
        formed = _separators > 0 && text.Separators == _separators;
        return (text.Digits & _digits) == _digits && (text.Digits & _letters) == 0
            && (text.Breaks & ~_breaks) == 0 && (text.Breaks & _demanded) == _demanded
            && SetsFit(text) && SeparatorsFit(text);
    }

    private bool SetsFit(in NumberText text)
    {
        var value = text.Value;
        for (var i = 0; i < _sets.Count; i++)
        {
            if (_sets[i] is { } set && ((value[i] < 64 ? set.Low >> value[i] : set.High >> (value[i] - 64)) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Where any separator may stand, it is the same one throughout.
    private bool SeparatorsFit(in NumberText text)
    {
        if (text.Breaks == 0)
        {
            return true;
        }

        byte common = 0;
        for (var i = 1; i < _before.Count; i++)
        {
            var written = text.Before(i);
            if (written == 0)
            {
                continue;
            }

            if (_before[i] is Any or Narrow)
            {
                if (written == '+' || _before[i] == Narrow && written is not ((byte)' ' or (byte)'-') || common != 0 && written != common)
                {
                    return false;
                }

                common = written;
            }
            else if (_before[i] != written)
            {
                return false;
            }
        }

        return true;
    }

    private static (string Atom, int Next) Atom(string shape, int at)
    {
        if (shape[at] != '[')
        {
            return (shape[at].ToString(), at + 1);
        }

        var close = shape.IndexOf(']', at);
        return (shape[at..(close + 1)], close + 1);
    }

    private static bool Mixed((ulong Low, ulong High) set) => set.Low != 0 && set.High != 0;

    private static (ulong Low, ulong High) Set(string members)
    {
        ulong low = 0, high = 0;
        for (var i = 0; i < members.Length; i++)
        {
            var last = i + 2 < members.Length && members[i + 1] == '-' ? members[i + 2] : members[i];
            for (var c = members[i]; c <= last; c++)
            {
                low |= c < 64 ? 1UL << c : 0;
                high |= c >= 64 ? 1UL << (c - 64) : 0;
            }

            i += last != members[i] ? 2 : 0;
        }

        return (low, high);
    }
}
