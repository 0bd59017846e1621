using Sallyport.Core.Text;
using Sallyport.Detectors.Privacy.Reading;

namespace Sallyport.Detectors.Privacy.Tables;

/// <summary>A column of a table, or a key of many records, and what its values turn out to be.</summary>
internal sealed class Column(PersonalKind kind, TextSpan name)
{
    private readonly List<PersonalValue> _reading = [];
    private int _filled;

    /// <summary>What its name promises.</summary>
    public PersonalKind Kind => kind;

    /// <summary>Where its name stands.</summary>
    public TextSpan Name => name;

    /// <summary>The values that keep the promise and lead to somebody.</summary>
    public List<TextSpan> Values { get; } = [];

    /// <summary>How many of them check digits prove.</summary>
    public int Proved { get; private set; }

    /// <summary>Whether enough of its values keep the promise.</summary>
    public bool Holds => Values.Count > 0 && Values.Count * 10 >= _filled * 5;

    /// <summary>Looks at a value.</summary>
    public void Add(ReadOnlySpan<byte> text, TextSpan cell)
    {
        var value = text.Slice(cell.Start, cell.Length);
        var trimmed = value.Trim(" \t\"'"u8);
        if (trimmed.IsEmpty || IsNothing(trimmed))
        {
            return;
        }

        var start = cell.Start + value.IndexOf(trimmed);
        switch (Judge(trimmed))
        {
            case Standing.Personal:
                _filled++;
                Values.Add(new TextSpan(start, trimmed.Length));
                break;
            case Standing.Impersonal:
                _filled++;
                break;
            default:
                break;
        }
    }

    // Reserved values neither keep nor break the promise.
    private Standing Judge(ReadOnlySpan<byte> value) => kind.Id switch
    {
        "name" => IsName(value) ? Standing.Personal : Standing.Impersonal,
        "address" => value.Length is >= 8 and < 200 && value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && HasLetters(value, 3) && value.IndexOf("://"u8) < 0 && !value.Contains((byte)'@') ? Standing.Personal : Standing.Impersonal,
        "birth-date" => DateReader.Is(value) ? Standing.Personal : Standing.Impersonal,
        "participant" => value.Length is >= 1 and <= 40 && !value.Contains((byte)' ') ? Standing.Personal : Standing.Impersonal,
        "health" => value.Length < 200 ? Standing.Personal : Standing.Impersonal,
        "coordinates" => IsDegrees(value) ? Standing.Personal : Standing.Impersonal,
        _ => Read(value),
    };

    private Standing Read(ReadOnlySpan<byte> value)
    {
        _reading.Clear();
        PersonalScanner.Scan(value, Asking.For(kind), _reading);
        if (_reading is not [var read] || read.Span.Length * 10 < value.Length * 8)
        {
            return Standing.Impersonal;
        }

        Proved += read.Grounds >= Grounds.Bare && kind is Numbers.NumberKind number && Proves(number, value) ? 1 : 0;
        return read.Standing;
    }

    private static bool Proves(Numbers.NumberKind kind, ReadOnlySpan<byte> value)
    {
        Span<byte> letters = stackalloc byte[Numbers.NumberText.Limit];
        var count = 0;
        foreach (var b in value)
        {
            if (char.IsAsciiLetterOrDigit((char)b) && count < letters.Length)
            {
                letters[count++] = (byte)(b > '9' ? b & ~32 : b);
            }
        }

        return kind.Holds(letters[..count], out var proves) && proves;
    }

    private static bool IsDegrees(ReadOnlySpan<byte> value)
    {
        var at = value[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        return CoordinateReader.Degrees(value, ref at, 180) && at == value.Length;
    }

    // Letters with blanks, hyphens and apostrophes, the first a capital or of another script.
    private static bool IsName(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
        {
            if (!char.IsAsciiLetter((char)b) && b < 0x80 && !" -'.,"u8.Contains(b))
            {
                return false;
            }
        }

        return value.Length is >= 2 and <= 60 && (value[0] is >= (byte)'A' and <= (byte)'Z' || value[0] >= 0x80) && !value.StartsWith("Test"u8) && !value.StartsWith("Example"u8);
    }

    private static bool HasLetters(ReadOnlySpan<byte> value, int least)
    {
        var letters = 0;
        foreach (var b in value)
        {
            letters += char.IsAsciiLetter((char)b) || b >= 0x80 ? 1 : 0;
        }

        return letters >= least;
    }

    private static bool IsNothing(ReadOnlySpan<byte> value) =>
        value.Length <= 4 && (value.SequenceEqual("NULL"u8) || value.SequenceEqual("null"u8) || value.SequenceEqual("NA"u8) || value.SequenceEqual("N/A"u8) || value.SequenceEqual("NaN"u8) || value.SequenceEqual("-"u8) || value.SequenceEqual("None"u8) || value.SequenceEqual("\\N"u8));
}
