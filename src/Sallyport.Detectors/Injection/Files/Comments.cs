using System.Buffers;
using System.Runtime.CompilerServices;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Files;

/// <summary>Finds the comments of source code without parsing it: strings are skipped, neighbouring lines belong together.</summary>
internal static class Comments
{
    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n*/"u8);
    private static readonly SearchValues<byte> Openers = SearchValues.Create("/#-<\"'`"u8);

    /// <summary>Gives every block of comments to <paramref name="found"/>: its range, and the pieces of it without their signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlySpan<byte> text, CommentSyntax syntax, List<TextSpan> found)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Openers);
            if (next < 0)
            {
                return;
            }

            at += next;
            at = Comment(text, at, syntax, out var body) is var end and > 0 ? Keep(text, body, end, found) : Past(text, at, syntax, found);
        }
    }

    private static int Comment(ReadOnlySpan<byte> text, int at, CommentSyntax syntax, out TextSpan body)
    {
        body = default;
        var rest = text[at..];
        if (rest.StartsWith("/*"u8) && syntax.HasFlag(CommentSyntax.Slashes))
        {
            return Until(text, at + 2, "*/"u8, out body);
        }

        if (rest.StartsWith("<!--"u8) && syntax.HasFlag(CommentSyntax.Markup))
        {
            return Until(text, at + 4, "-->"u8, out body);
        }

        var line = (rest.StartsWith("//"u8) && syntax.HasFlag(CommentSyntax.Slashes) && (at == 0 || text[at - 1] != ':'))
            || (rest[0] == '#' && syntax.HasFlag(CommentSyntax.Hash) && (at == 0 || text[at - 1] is (byte)' ' or (byte)'\t' or (byte)'\n'))
            || (rest.StartsWith("--"u8) && syntax.HasFlag(CommentSyntax.Dashes));
        if (!line)
        {
            return -1;
        }

        var feed = rest.IndexOf((byte)'\n');
        var end = feed < 0 ? text.Length : at + feed;
        body = TextSpan.Between(at, end);
        return end;
    }

    // Past a string, so that what looks like a comment in it does not count; a string of three marks documents.
    private static int Past(ReadOnlySpan<byte> text, int at, CommentSyntax syntax, List<TextSpan> found)
    {
        var mark = text[at];
        if (mark is not ((byte)'"' or (byte)'\'' or (byte)'`'))
        {
            return at + 1;
        }

        if (at + 2 < text.Length && text[at + 1] == mark && text[at + 2] == mark)
        {
            var end = Until(text, at + 3, text.Slice(at, 3), out var body);
            return syntax.HasFlag(CommentSyntax.Docstrings) ? Keep(text, body, end, found) : end;
        }

        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == mark)
            {
                return i + 1;
            }

            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '\n' && mark != '`')
            {
                return mark == '\'' ? at + 1 : i; // An apostrophe, or a string that goes on: the line is all that is lost.
            }
        }

        return at + 1 > text.Length ? text.Length : at + 1;
    }

    private static int Until(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> close, out TextSpan body)
    {
        var length = start <= text.Length ? text[start..].IndexOf(close) : -1;
        var end = length < 0 ? text.Length : start + length;
        body = TextSpan.Between(Math.Min(start, end), end);
        return Math.Min(text.Length, end + close.Length);
    }

    // Comments with nothing but blanks between them are one text.
    private static int Keep(ReadOnlySpan<byte> text, TextSpan body, int end, List<TextSpan> found)
    {
        if (found.Count > 0 && text[found[^1].End..body.Start].IndexOfAnyExcept(Between) < 0 && text[found[^1].End..body.Start].Count((byte)'\n') < 2)
        {
            found[^1] = TextSpan.Between(found[^1].Start, body.End);
        }
        else if (body.Length > 0)
        {
            found.Add(body);
        }

        return end;
    }
}
