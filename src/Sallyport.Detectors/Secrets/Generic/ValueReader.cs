using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads forward from a telling name to the value tied to it.</summary>
internal static class ValueReader
{
    private const int TypeReach = 32;
    private static readonly WordSet Links = new("is to as was be with of");
    private static readonly WordSet Pairs = new("name key id variable label field property env");
    private static readonly WordSet Values = new("value val default content");

    /// <summary>Adds the value, if there is one.</summary>
    public static void Read(ReadOnlySpan<byte> text, TextSpan name, NameClass kind, List<Assignment> found)
    {
        var at = name.End;
        var quoted = false;
        for (; at < text.Length && at < name.End + 4 && (Bytes.IsQuote(text[at]) || text[at] is (byte)'\\' or (byte)']' or (byte)'*'); at++)
        {
            quoted |= Bytes.IsQuote(text[at]);
        }

        if (Sibling(text, name, at) is var value and > 0)
        {
            Add(text, name, value, kind, Bond.Sibling, found);
            return;
        }

        var tight = at;
        at = OverBlanks(text, at);
        if (at >= text.Length)
        {
            return;
        }

        switch (text[at])
        {
            case (byte)'(' when !quoted:
                if (OverBlanks(text, at + 1) is var inner && inner < text.Length && Literal.Opens(text, inner))
                {
                    Add(text, name, inner, kind, Bond.Call, found);
                }

                return;
            case (byte)',' when quoted:
                if (OverBlanks(text, at + 1) is var next && next < text.Length && Literal.Opens(text, next))
                {
                    Add(text, name, next, kind, Bond.Argument, found);
                }

                return;
            case (byte)'>' when at + 1 < text.Length && text[at + 1] != '=':
                Add(text, name, at + 1, kind, Bond.Element, found);
                return;
            default:
                Operator(text, name, kind, tight, at, found);
                return;
        }
    }

    private static void Operator(ReadOnlySpan<byte> text, TextSpan name, NameClass kind, int tight, int at, List<Assignment> found)
    {
        var end = at;
        while (end < text.Length && end < at + 5 && (Bytes.IsOperator(text[end]) || text[end] is (byte)'-' or (byte)'+' or (byte)'~' && end + 1 < text.Length && text[end + 1] is (byte)'=' or (byte)'>'))
        {
            end++;
        }

        var sign = text[at..end];
        if (sign.IndexOfAny((byte)'=', (byte)':') >= 0 || sign.SequenceEqual("->"u8))
        {
            var bond = sign.IndexOf("=="u8) >= 0 || sign.IndexOf("!="u8) >= 0 ? Bond.Comparison
                : sign.IndexOf((byte)'>') >= 0 ? Bond.Arrow
                : sign.IndexOf((byte)'=') >= 0 ? Bond.Equal : Bond.Colon;
            var from = OverBreak(text, OverBlanks(text, end));
            Add(text, name, bond == Bond.Colon ? OverType(text, from) : from, kind, bond, found);
        }
        else if (at > tight || text[name.Start] == '-')
        {
            Blank(text, name, kind, at, found);
        }
    }

    // `--password x`, `password is x`, `set API_KEY to x`, `var password string = x`.
    private static void Blank(ReadOnlySpan<byte> text, TextSpan name, NameClass kind, int at, List<Assignment> found)
    {
        var typed = OverType(text, at);
        if (typed != at)
        {
            Add(text, name, typed, kind, Bond.Equal, found);
            return;
        }

        if (text[name.Start] == '-')
        {
            // `-p$password -h host`: the flag has its value already, or takes none.
            if (text[at] != '-' && !text.Slice(name.Start, name.Length).Contains((byte)'$'))
            {
                Add(text, name, at, kind, Bond.Flag, found);
            }

            return;
        }

        for (var i = 0; i < 2; i++)
        {
            var end = at;
            while (end < text.Length && Bytes.IsAlnum(text[end]))
            {
                end++;
            }

            if (end == text.Length || text[end] != ' ' || !Links.Contains(text[at..end]))
            {
                break;
            }

            at = OverBlanks(text, end);
        }

        Add(text, name, at, kind, Bond.Blank, found);
    }

    private static void Add(ReadOnlySpan<byte> text, TextSpan name, int at, NameClass kind, Bond bond, List<Assignment> found)
    {
        if (Literal.TryRead(text, at, bond, out var value, out var quote, out var wrapped))
        {
            found.Add(new Assignment(name, value, kind, bond, quote, wrapped));
        }
    }

    // `name: X` with `value: …` behind it: the offset of the value, or -1.
    private static int Sibling(ReadOnlySpan<byte> text, TextSpan name, int at)
    {
        var before = name.Start;
        while (before > 0 && before > name.Start - 6 && (Bytes.IsQuote(text[before - 1]) || Bytes.IsBlank(text[before - 1]) || text[before - 1] is (byte)':' or (byte)'=' or (byte)'\\'))
        {
            before--;
        }

        var word = before;
        while (word > 0 && before - word < 10 && Bytes.IsAlnum(text[word - 1]))
        {
            word--;
        }

        if (before == name.Start || !Pairs.ContainsAny(text[word..before]))
        {
            return -1;
        }

        var rest = text[at..Math.Min(text.Length, at + 160)];
        foreach (var next in new Words(rest))
        {
            if (!Values.Contains(rest.Slice(next.Start, next.Length)))
            {
                continue;
            }

            var i = next.End;
            while (i < rest.Length && (Bytes.IsQuote(rest[i]) || Bytes.IsBlank(rest[i]) || rest[i] == '\\'))
            {
                i++;
            }

            return i < rest.Length && rest[i] is (byte)':' or (byte)'=' ? OverBlanks(text, at + i + (rest[i..].StartsWith("=>"u8) ? 2 : 1)) : -1;
        }

        return -1;
    }

    private static int OverBlanks(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && Bytes.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }

    // A literal may stand on the next line.
    private static int OverBreak(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length || !Bytes.IsLineEnd(text[at]))
        {
            return at;
        }

        var next = at;
        while (next < text.Length && (Bytes.IsLineEnd(text[next]) || Bytes.IsBlank(text[next])))
        {
            next++;
        }

        return next < text.Length && Literal.Opens(text, next) ? next : at;
    }

    // `string = "…"` behind a name: over the type to what stands behind `=`.
    private static int OverType(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at; i < Math.Min(text.Length - 1, at + TypeReach); i++)
        {
            if (text[i] == '=')
            {
                return i > at && text[i - 1] == ' ' && text[i + 1] is not ((byte)'=' or (byte)'>') ? OverBlanks(text, i + 1) : at;
            }

            if (!Bytes.IsAlnum(text[i]) && text[i] is not ((byte)' ' or (byte)'<' or (byte)'>' or (byte)'&' or (byte)'*' or (byte)'[' or (byte)']' or (byte)'?' or (byte)'_' or (byte)'.' or (byte)'\'' or (byte)':'))
            {
                return at;
            }
        }

        return at;
    }
}
