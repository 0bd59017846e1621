using System.Runtime.CompilerServices;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Views;

/// <summary>What Markdown and HTML keep out of sight: comments, attributes, image texts, titles, hidden elements.</summary>
internal sealed partial class MarkupPieces
{
    private const int Longest = 64 * 1024; // of a piece
    private const int LeastWords = 2;
    private long _work; // bytes looked at ahead

    /// <summary>Whether brackets were so many that the rest was read as plain text.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Adds a view for every piece, and to <paramref name="holes"/> the ranges that are then read, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(View view, List<View> found, List<TextSpan> holes)
    {
        var text = view.Bytes.Span;
        var fences = text.IndexOf("<html"u8) < 0 && text.IndexOf("<!DOCTYPE"u8) < 0;
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny((byte)'<', (byte)'[', (byte)'`');
            if (next < 0)
            {
                return;
            }

            at += next;
            if (text[at] == '`')
            {
                at = fences ? PastFence(text, at) : at + 1;
                continue;
            }

            if (_work > 65_536 + (8L * text.Length))
            {
                Exhausted = true;
                return;
            }

            at = text[at] == '<' ? Tag(view, at, found, holes) : Link(view, at, found, holes);
        }
    }

    // Code between fences is shown as it stands: nothing in it is hidden. Its end may be missing.
    private static int PastFence(ReadOnlySpan<byte> text, int at)
    {
        if (!text[at..].StartsWith("```"u8) || !IsLineStart(text, at))
        {
            return at + 1;
        }

        var length = text[at..].IndexOfAnyExcept((byte)'`');
        if (length < 0)
        {
            return text.Length;
        }

        Span<byte> close = stackalloc byte[Math.Min(length, 32) + 1];
        close.Fill((byte)'`');
        close[0] = (byte)'\n';
        var end = text[at..].IndexOf(close);
        return end < 0 ? text.Length : at + end + close.Length;
    }

    private int Tag(View view, int start, List<View> found, List<TextSpan> holes)
    {
        var text = view.Bytes.Span;
        var rest = text[start..];
        if (rest.StartsWith("<!--"u8))
        {
            var close = rest.IndexOf("-->"u8);
            var end = start + (close < 0 ? rest.Length : close);
            return Add(view, TextSpan.Between(start + 4, Math.Max(start + 4, end)), TextSpan.Between(start, Math.Min(text.Length, end + 3)), Concealment.Aside, "HTML comment", found, holes);
        }

        if (rest.Length < 3 || !char.IsAsciiLetter((char)rest[1]))
        {
            return start + 1;
        }

        var length = TagLength(rest);
        if (length < 0)
        {
            return start + 1;
        }

        var tag = rest[..length];
        if (Hides(tag) && ElementEnd(text, start, length) is var endOfElement and >= 0)
        {
            var inner = TextSpan.Between(start + length, endOfElement);
            Attributes(view, start, length, Concealment.Unseen, found);
            return Add(view, inner, TextSpan.Between(start, endOfElement), Concealment.Unseen, "hidden element", found, holes);
        }

        Attributes(view, start, length, Concealment.Aside, found);
        return start + length;
    }

    // To the closing angle bracket outside quotes; -1 where it is no tag.
    private int TagLength(ReadOnlySpan<byte> text)
    {
        var limit = Math.Min(text.Length, 8 * 1024);
        byte quote = 0;
        for (var i = 1; i < limit; i++)
        {
            var b = text[i];
            if (quote != 0)
            {
                quote = b == quote ? (byte)0 : quote;
            }
            else if (b == '>')
            {
                _work += i;
                return i + 1;
            }
            else if (b is (byte)'"' or (byte)'\'' && text[i - 1] == '=')
            {
                quote = b;
            }
            else if (b == '<')
            {
                return -1;
            }
        }

        _work += limit;
        return -1;
    }

    // Where the element's content ends: at its closing tag, nested ones of its name skipped.
    private int ElementEnd(ReadOnlySpan<byte> text, int start, int length)
    {
        var nameLength = text[(start + 1)..].IndexOfAnyExcept(TagName);
        var name = text.Slice(start + 1, nameLength < 0 ? 0 : nameLength);
        if (name.Length == 0 || text[start + length - 2] == '/' || name is [(byte)'b' or (byte)'h', (byte)'r'] || name.SequenceEqual("img"u8) || name.SequenceEqual("input"u8) || name.SequenceEqual("meta"u8))
        {
            return -1;
        }

        var depth = 1;
        var limit = Math.Min(text.Length, start + length + Longest);
        for (var at = start + length; at < limit; at++)
        {
            var next = text[at..limit].IndexOf((byte)'<');
            if (next < 0)
            {
                break;
            }

            at += next;
            var closing = at + 1 < limit && text[at + 1] == '/';
            if (text[(at + (closing ? 2 : 1))..limit].StartsWith(name))
            {
                depth += closing ? -1 : 1;
                if (depth == 0)
                {
                    return at;
                }
            }
        }

        return limit;
    }

    // [text](address "title"), ![text](address "title"), [//]: # (comment), [name]: address "title"
    private int Link(View view, int start, List<View> found, List<TextSpan> holes)
    {
        var text = view.Bytes.Span;
        var limit = Math.Min(text.Length, start + Longest);
        var close = Close(text, start, limit, (byte)'[', (byte)']');
        if (close < 0 || close + 1 >= text.Length)
        {
            return start + 1;
        }

        var image = start > 0 && text[start - 1] == '!';
        if (text[close + 1] == ':' && IsLineStart(text, start))
        {
            return Definition(view, start, close, found, holes);
        }

        if (text[close + 1] != '(')
        {
            return image && text[close + 1] == '[' ? Add(view, TextSpan.Between(start + 1, close), TextSpan.Between(start, close + 1), Concealment.Aside, "image text", found, holes) : start + 1;
        }

        var end = Close(text, close + 1, Math.Min(text.Length, close + Longest), (byte)'(', (byte)')');
        if (end < 0)
        {
            return start + 1;
        }

        if (image)
        {
            Add(view, TextSpan.Between(start + 1, close), TextSpan.Between(start, close + 1), Concealment.Aside, "image text", found, holes);
        }

        Title(view, TextSpan.Between(close + 2, end), found);
        holes.Add(TextSpan.Between(close + 1, end + 1));
        return image ? end + 1 : AfterText(view, start, close, end, found, holes);
    }

    // The words of a link are read with the sentence; an image inside of them is not.
    private int AfterText(View view, int start, int close, int end, List<View> found, List<TextSpan> holes)
    {
        var text = view.Bytes.Span;
        var inner = text[(start + 1)..close].IndexOf("!["u8);
        if (inner < 0)
        {
            return end + 1;
        }

        holes.RemoveAt(holes.Count - 1);
        _ = found;
        return start + 1 + inner + 1;
    }

    private int Definition(View view, int start, int close, List<View> found, List<TextSpan> holes)
    {
        var text = view.Bytes.Span;
        var feed = text[close..].IndexOf((byte)'\n');
        var end = feed < 0 ? text.Length : close + feed;
        var body = TextSpan.Between(close + 2, end);
        var value = text.Slice(body.Start, body.Length).Trim((byte)' ');
        if (value.StartsWith("#"u8) || value.StartsWith("<>"u8) || value.StartsWith("/"u8))
        {
            return Add(view, body, TextSpan.Between(start, end), Concealment.Aside, "Markdown comment", found, holes);
        }

        Title(view, body, found);
        holes.Add(TextSpan.Between(start, end));
        return end;
    }

    private static void Title(View view, TextSpan address, List<View> found)
    {
        var text = view.Bytes.Span.Slice(address.Start, address.Length);
        var open = text.IndexOfAny((byte)'"', (byte)'\'');
        if (open > 0 && text[open - 1] == ' ')
        {
            var last = text.LastIndexOf(text[open]);
            Keep(view, TextSpan.Between(address.Start + open + 1, address.Start + (last > open ? last : text.Length)), Concealment.Aside, "link title", found);
        }
    }

    private int Close(ReadOnlySpan<byte> text, int open, int limit, byte opening, byte closing)
    {
        var depth = 0;
        for (var i = open; i < limit; i++)
        {
            var b = text[i];
            if (b == '\n' && i + 1 < limit && text[i + 1] == '\n')
            {
                return -1;
            }

            depth += b == opening ? 1 : b == closing ? -1 : 0;
            if (depth == 0)
            {
                _work += i - open;
                return i;
            }

            if (i - open > 4096)
            {
                _work += i - open;
                return -1;
            }
        }

        _work += limit - open;

        return -1;
    }

    private static bool IsLineStart(ReadOnlySpan<byte> text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }

    private static int Add(View view, TextSpan inner, TextSpan outer, Concealment concealment, string how, List<View> found, List<TextSpan> holes)
    {
        Keep(view, inner, concealment, how, found);
        holes.Add(outer);
        return Math.Max(outer.End, outer.Start + 1);
    }

    // A word or two hide no instruction.
    private static void Keep(View view, TextSpan span, Concealment concealment, string how, List<View> found)
    {
        if (span.Length >= 12)
        {
            var text = view.Bytes.Span.Slice(span.Start, span.Length);
            var blank = span.Length - text.TrimStart(" \t\r\n"u8).Length;
            text = text.Trim(" \t\r\n"u8);
            span = new TextSpan(span.Start + blank, text.Length);
            if (text.Count((byte)' ') >= LeastWords || text.ContainsAnyInRange((byte)0xE2, (byte)0xF4))
            {
                found.Add(view.Part(span, concealment, how));
            }
        }
    }
}
