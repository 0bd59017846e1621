using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>Reads backwards from a value to the names its own statement gives it, in whatever language that may be.</summary>
internal static class NameReader
{
    private const int Reach = 240;
    private const int Hops = 5;

    /// <summary>Adds the names, closest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> text, int start, List<Name> names)
    {
        var floor = Math.Max(0, start - Reach);
        if (start > floor && text[start - 1] == '/')
        {
            Address(text, start, floor, names);
            return;
        }

        if (start > floor && text[start - 1] is (byte)'-' or (byte)'_' or (byte)'.')
        {
            var joined = start - 1;
            Word(text, floor, ref joined, NameKind.Assigned, names);
            return;
        }

        var at = OpeningQuote(text, start, floor);
        for (var hop = 0; hop < Hops; hop++)
        {
            at = BackOverBlanks(text, at, floor);
            if (at <= floor || !Step(text, floor, ref at, names))
            {
                return;
            }
        }
    }

    // https://host/path/value: everything before it in the address.
    private static void Address(ReadOnlySpan<byte> text, int start, int floor, List<Name> names)
    {
        var at = start;
        while (at > floor && !Bytes.IsBlank(text[at - 1]) && !Bytes.IsLineEnd(text[at - 1]) && !Bytes.IsQuote(text[at - 1]))
        {
            at--;
        }

        names.Add(new Name(NameKind.Adjacent, TextSpan.Between(at, start)));
    }

    /// <summary>The offset before an opening quote and what may stand with it: an escape, a string prefix.</summary>
    public static int OpeningQuote(ReadOnlySpan<byte> text, int at, int floor)
    {
        if (at - 6 >= floor && text[(at - 6)..at].SequenceEqual("&quot;"u8))
        {
            return at - 6;
        }

        if (at <= floor || !Bytes.IsQuote(text[at - 1]))
        {
            return at;
        }

        while (at > floor && (Bytes.IsQuote(text[at - 1]) || text[at - 1] == '\\'))
        {
            at--;
        }

        // b"…", u'…', @"…", $"…", L"…", N'…'
        if (at > floor && (text[at - 1] is (byte)'@' or (byte)'$' || IsPrefixLetter(text[at - 1])) && (at - 1 == floor || !Bytes.IsName(text[at - 2])))
        {
            at--;
        }

        return at;
    }

    private static bool IsPrefixLetter(byte b) => b is (byte)'b' or (byte)'B' or (byte)'r' or (byte)'R' or (byte)'u' or (byte)'U' or (byte)'f' or (byte)'L' or (byte)'N';

    // One step to the left over an operator, a comma, a bracket or a word; false when nothing further can name the value.
    private static bool Step(ReadOnlySpan<byte> text, int floor, ref int at, List<Name> names)
    {
        var b = text[at - 1];
        if (b == '>' && !(at - 2 >= floor && text[at - 2] is (byte)'-' or (byte)'='))
        {
            Element(text, floor, at, names);
            return false;
        }

        if (Bytes.IsOperator(b) || b == '-' && at - 2 >= floor && text[at - 2] == '<')
        {
            return Assignment(text, floor, ref at, names);
        }

        switch (b)
        {
            case (byte)',':
                at--;
                Call(text, floor, ref at, names);
                return true;
            case (byte)'(':
                at--;
                Word(text, floor, ref at, NameKind.Call, names);
                return true;
            case (byte)'[' or (byte)']' or (byte)'{' or (byte)'\\':
                at--;
                return true;
            case (byte)'-':
                return false;
            default:
                return names.Count == 0 && Adjacent(text, floor, ref at, names);
        }
    }

    private static bool Assignment(ReadOnlySpan<byte> text, int floor, ref int at, List<Name> names)
    {
        while (at > floor && (Bytes.IsOperator(text[at - 1]) || text[at - 1] is (byte)'-' or (byte)'+' or (byte)'~'))
        {
            at--;
        }

        at = BackOverBlanks(text, at, floor);
        while (at > floor && (Bytes.IsQuote(text[at - 1]) || text[at - 1] is (byte)'\\' or (byte)']' or (byte)')' or (byte)'*' or (byte)'}'))
        {
            at--;
        }

        if (!Word(text, floor, ref at, NameKind.Assigned, names))
        {
            return false;
        }

        // config["datadog"]["key"], or a type between name and value: `apiKey: string = …`, `var key string = …`.
        while (at > floor && (Bytes.IsQuote(text[at - 1]) || text[at - 1] is (byte)'[' or (byte)']' or (byte)'&' or (byte)'*'))
        {
            at--;
        }

        at = BackOverBlanks(text, at, floor);
        if (at <= floor || text[at - 1] == ':' && names.Count < 3)
        {
            return at > floor;
        }

        if (Bytes.IsName(text[at - 1]))
        {
            Word(text, floor, ref at, NameKind.Assigned, names);
        }

        return false;
    }

    // `f("name", "value")`: the argument before, then the function.
    private static void Call(ReadOnlySpan<byte> text, int floor, ref int at, List<Name> names)
    {
        at = BackOverBlanks(text, at, floor);
        var end = at;
        if (at > floor && Bytes.IsQuote(text[at - 1]))
        {
            var quote = text[at - 1];
            at = end - 1;
            while (at > floor && text[at - 1] != quote && !Bytes.IsLineEnd(text[at - 1]))
            {
                at--;
            }

            if (end - 1 - at is > 0 and <= 64)
            {
                names.Add(new Name(NameKind.Argument, TextSpan.Between(at, end - 1)));
            }
        }
        else
        {
            Word(text, floor, ref at, NameKind.Argument, names);
        }

        var depth = 0;
        for (; at > floor && text[at - 1] is not ((byte)'\n' or (byte)';'); at--)
        {
            depth += text[at - 1] switch { (byte)')' => 1, (byte)'(' => -1, _ => 0 };
            if (depth < 0)
            {
                return;
            }
        }

        at = floor;
    }

    // <password>…, <string name="api_key">…: everything in the tag.
    private static void Element(ReadOnlySpan<byte> text, int floor, int at, List<Name> names)
    {
        var open = text[floor..at].LastIndexOf((byte)'<');
        if (open >= 0 && text[floor + open + 1] != '/')
        {
            names.Add(new Name(NameKind.Assigned, TextSpan.Between(floor + open + 1, at - 1)));
        }
    }

    private static bool Adjacent(ReadOnlySpan<byte> text, int floor, ref int at, List<Name> names)
    {
        while (at > floor && (Bytes.IsQuote(text[at - 1]) || text[at - 1] is (byte)'*' or (byte)')' or (byte)']'))
        {
            at--;
        }

        var end = at;
        if (!Word(text, floor, ref at, NameKind.Adjacent, names))
        {
            return false;
        }

        var flag = text[at] == '-' && end - at > 2;
        if (flag)
        {
            names[^1] = new Name(NameKind.Assigned, names[^1].Span);
        }

        return false;
    }

    private static bool Word(ReadOnlySpan<byte> text, int floor, ref int at, NameKind kind, List<Name> names)
    {
        var end = at;
        while (at > floor && (Bytes.IsName(text[at - 1]) || text[at - 1] is (byte)'/' or (byte)'@'))
        {
            at--;
        }

        if (at == end)
        {
            return false;
        }

        names.Add(new Name(kind, TextSpan.Between(at, end)));
        return true;
    }

    // At most one line end is crossed, and only where the line above is not finished.
    private static int BackOverBlanks(ReadOnlySpan<byte> text, int at, int floor)
    {
        var start = at;
        while (at > floor && Bytes.IsBlank(text[at - 1]))
        {
            at--;
        }

        if (at <= floor || !Bytes.IsLineEnd(text[at - 1]))
        {
            return at;
        }

        while (at > floor && (Bytes.IsLineEnd(text[at - 1]) || Bytes.IsBlank(text[at - 1])))
        {
            at--;
        }

        return at > floor && text[at - 1] is (byte)'=' or (byte)'(' or (byte)',' or (byte)'[' or (byte)'>' or (byte)'\\' ? at : floor;
    }
}
