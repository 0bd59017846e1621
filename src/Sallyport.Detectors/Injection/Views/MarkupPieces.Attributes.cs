using System.Buffers;
using System.Runtime.CompilerServices;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Views;

/// <content>Attributes: texts in them, and those that take an element out of sight.</content>
internal sealed partial class MarkupPieces
{
    private static readonly SearchValues<byte> TagName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> ValueEnd = SearchValues.Create(";\"'!>"u8);

    private static void Attributes(View view, int start, int length, Concealment concealment, List<View> found)
    {
        var tag = view.Bytes.Span.Slice(start, length);
        for (var at = 0; at < tag.Length;)
        {
            var next = tag[at..].IndexOf((byte)'=');
            if (next < 0 || at + next + 2 >= tag.Length)
            {
                return;
            }

            at += next + 1;
            if (tag[at] is not ((byte)'"' or (byte)'\''))
            {
                continue;
            }

            var end = tag[(at + 1)..].IndexOf(tag[at]);
            if (end < 0)
            {
                return;
            }

            var name = tag[..(at - 1)];
            if (!name.EndsWith("style"u8) && !name.EndsWith("class"u8) && !name.EndsWith("href"u8) && !name.EndsWith("src"u8) && !name.EndsWith(" d"u8))
            {
                Keep(view, new TextSpan(start + at + 1, end), concealment, "attribute", found);
            }

            at += end + 2;
        }
    }

    // Whether a tag's attributes keep its content from being seen.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Hides(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 10)
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[Math.Min(tag.Length, 1024)];
        var length = 0;
        foreach (var b in tag[..plain.Length])
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                plain[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
            }
        }

        plain = plain[..length];
        return HidesByAttribute(tag, plain) || HidesByStyle(plain);
    }

    private static bool HidesByAttribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> plain)
    {
        var hidden = tag.IndexOf(" hidden"u8);
        return (hidden > 0 && tag[hidden + 7] is (byte)'>' or (byte)' ' or (byte)'=' or (byte)'/')
            || plain.IndexOf("type=\"hidden\""u8) > 0
            || plain.IndexOf("color=\"white\""u8) > 0 || plain.IndexOf("color=\"#fff"u8) > 0 || plain.IndexOf("color=white"u8) > 0
            || plain.StartsWith("<template"u8);
    }

    private static bool HidesByStyle(ReadOnlySpan<byte> tag)
    {
        if (tag.IndexOf("style="u8) is var style && style < 0)
        {
            return false;
        }

        var rules = tag[style..];
        return rules.IndexOf("display:none"u8) > 0 || rules.IndexOf("visibility:hidden"u8) > 0 || rules.IndexOf("visibility:collapse"u8) > 0
            || Zero(rules, "opacity:"u8) || Zero(rules, "font-size:"u8) || Zero(rules, "max-height:"u8) || Zero(rules, ";height:"u8) || Zero(rules, ";width:"u8) || Zero(rules, "\"width:"u8) || Zero(rules, "\"height:"u8)
            || Zero(rules, "scale("u8) || Zero(rules, "line-height:"u8)
            || rules.IndexOf("text-indent:-"u8) > 0 || rules.IndexOf("left:-"u8) > 0 || rules.IndexOf("top:-"u8) > 0 || rules.IndexOf("clip:rect(0"u8) > 0 || rules.IndexOf("clip-path:inset(100%"u8) > 0
            || rules.IndexOf("color:transparent"u8) > 0 || rules.IndexOf("mso-hide:all"u8) > 0 || SameColour(rules);
    }

    // Nothing, or next to nothing: 0, 0.0, 0px, 1px, .01em
    private static bool Zero(ReadOnlySpan<byte> rules, ReadOnlySpan<byte> property)
    {
        var at = rules.IndexOf(property);
        if (at < 0)
        {
            return false;
        }

        var value = rules[(at + property.Length)..];
        var end = value.IndexOfAnyExcept(Digits);
        var number = end < 0 ? value : value[..end];
        return number.Length > 0 && System.Buffers.Text.Utf8Parser.TryParse(number, out double size, out _)
            && (size == 0 || (size <= 0.1) || (size <= 1 && end >= 0 && value[end..].StartsWith("px"u8)));
    }

    private static bool SameColour(ReadOnlySpan<byte> rules)
    {
        var colour = Value(rules, ";color:"u8);
        colour = colour.IsEmpty ? Value(rules, "\"color:"u8) : colour;
        colour = colour.IsEmpty ? Value(rules, "'color:"u8) : colour;
        if (colour.IsEmpty)
        {
            return false;
        }

        var ground = Value(rules, "background-color:"u8);
        ground = ground.IsEmpty ? Value(rules, "background:"u8) : ground;
        return ground.IsEmpty
            ? colour.SequenceEqual("white"u8) || colour.SequenceEqual("#fff"u8) || colour.SequenceEqual("#ffffff"u8) || colour.StartsWith("rgb(255,255,255"u8) || colour.StartsWith("rgba(255,255,255"u8) || colour.SequenceEqual("#fefefe"u8)
            : colour.SequenceEqual(ground);
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> rules, ReadOnlySpan<byte> property)
    {
        var at = rules.IndexOf(property);
        if (at < 0)
        {
            return default;
        }

        var value = rules[(at + property.Length)..];
        var end = value.IndexOfAny(ValueEnd);
        return end < 0 ? value : value[..end];
    }
}
