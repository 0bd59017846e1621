using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Suppressions;

/// <summary>Finds the suppression comments of a text, in whatever language it is written.</summary>
internal static class SuppressionReader
{
    /// <summary>What every such comment holds.</summary>
    public static ReadOnlySpan<byte> Marker => "sallyport:"u8;

    /// <summary>All of them in order; a comment that means to be one but is not well formed is among them with its problem.</summary>
    public static List<SuppressionComment>? Read(ReadOnlySpan<byte> text)
    {
        List<SuppressionComment>? comments = null;
        var at = 0;
        int next;
        while ((next = text[at..].IndexOf(Marker)) >= 0)
        {
            var marker = at + next;
            at = marker + Marker.Length;
            if (ReadOne(text, marker) is { } comment)
            {
                (comments ??= []).Add(comment);
                at = Math.Max(at, comment.Span.End);
            }
        }

        if (comments is not null)
        {
            AimPastComments(text, comments);
        }

        return comments;
    }

    private static SuppressionComment? ReadOne(ReadOnlySpan<byte> text, int marker)
    {
        var lineStart = text[..marker].LastIndexOf((byte)'\n') + 1;
        var before = text[lineStart..marker];
        var opener = CommentStyle.OpenerBefore(before, out var closer);
        if (opener == 0 || IsQuoted(before[..^opener]))
        {
            return null;
        }

        var rest = text[marker..];
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        var line = length < 0 ? rest : rest[..length];
        var words = line[Marker.Length..].TrimStart(" \t"u8);
        if (!words.StartsWith("ignore"u8) && !words.StartsWith("disable"u8) && !words.StartsWith("allow"u8))
        {
            return null;
        }

        var close = closer.IsEmpty ? -1 : line.IndexOf(closer);
        var body = close < 0 ? line : line[..close];
        var end = marker + (close < 0 ? line.Length : close + closer.Length);
        var start = marker - opener;
        var alone = text[lineStart..start].Trim(" \t"u8).IsEmpty && text[end..(marker + line.Length)].Trim(" \t"u8).IsEmpty;
        var span = TextSpan.Between(start, end);
        return SuppressionGrammar.Parse(
            Encoding.UTF8.GetString(body[Marker.Length..]), span, Removal(text, lineStart, span, alone), alone ? NextLine(text, end) : lineStart);
    }

    // A quote right before the opener begins a string that only looks like a comment.
    private static bool IsQuoted(ReadOnlySpan<byte> before) => !before.IsEmpty && (before[^1] is (byte)'"' or (byte)'\'' or (byte)'`');

    private static TextSpan Removal(ReadOnlySpan<byte> text, int lineStart, TextSpan comment, bool alone)
    {
        if (alone)
        {
            return TextSpan.Between(lineStart, NextLine(text, comment.End));
        }

        var kept = text[lineStart..comment.Start].TrimEnd(" \t"u8);
        return TextSpan.Between(lineStart + kept.Length, comment.End);
    }

    private static int NextLine(ReadOnlySpan<byte> text, int from)
    {
        var feed = text[from..].IndexOf((byte)'\n');
        return feed < 0 ? text.Length : from + feed + 1;
    }

    // Comments on lines of their own may be stacked: all of them speak for the first line below the stack.
    private static void AimPastComments(ReadOnlySpan<byte> text, List<SuppressionComment> comments)
    {
        for (var i = comments.Count - 2; i >= 0; i--)
        {
            var (comment, below) = (comments[i], comments[i + 1]);
            if (comment.Target > comment.Span.Start && comment.Target == below.Removal.Start && below.Target > below.Span.Start)
            {
                comments[i] = new SuppressionComment
                {
                    Span = comment.Span,
                    Removal = comment.Removal,
                    Target = below.Target,
                    Rules = comment.Rules,
                    Until = comment.Until,
                    Reason = comment.Reason,
                    Problem = comment.Problem,
                };
            }
        }
    }
}
