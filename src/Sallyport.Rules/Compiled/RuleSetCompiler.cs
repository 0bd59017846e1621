using System.Text;
using Sallyport.Rules.Pages;
using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Compiled;

/// <summary>Compiles pages into the binary form that <see cref="RuleSet"/> reads: build-time for our rules, cached for a user's own.</summary>
public static class RuleSetCompiler
{
    internal const uint Magic = 0x33525053; // "SPR3"

    /// <summary>Compiles <paramref name="pages"/>; throws <see cref="RulePageException"/> naming the page.</summary>
    public static byte[] Compile(IEnumerable<RulePage> pages)
    {
        var sorted = pages.OrderBy(p => p.Id, StringComparer.Ordinal).ToArray();
        using var blobs = new MemoryStream();
        using var blobWriter = new BinaryWriter(blobs);
        using var heads = new MemoryStream();
        using var writer = new BinaryWriter(heads);
        writer.Write(Magic);
        writer.Write(sorted.Length);
        foreach (var page in sorted)
        {
            WriteHead(writer, page, blobWriter);
        }

        var result = new byte[4 + heads.Length + blobs.Length];
        BitConverter.TryWriteBytes(result, (int)heads.Length + 4);
        heads.ToArray().CopyTo(result, 4);
        blobs.ToArray().CopyTo(result, 4 + heads.Length);
        return result;
    }

    /// <summary>Throws <see cref="RulePageException"/> when the page's expression cannot be compiled.</summary>
    public static void Check(RulePage page)
    {
        if (Parse(page) is { } pattern)
        {
            WritePattern(page, pattern, new BinaryWriter(Stream.Null));
        }
    }

    private static void WriteHead(BinaryWriter writer, RulePage page, BinaryWriter blobs)
    {
        writer.Write(page.Id);
        writer.Write(page.Title);
        writer.Write((byte)page.Severity);
        writer.Write((byte)page.Confidence);
        writer.Write((byte)page.Status);
        WriteAll(writer, page.Was);
        writer.Write((byte)page.Cwe.Count);
        foreach (var cwe in page.Cwe)
        {
            writer.Write(cwe);
        }

        WriteAll(writer, page.Threats);
        WriteAll(writer, [.. page.Match.Near.Select(Squash)]);
        WriteAll(writer, page.Match.Path);
        writer.Write(page.Match.Verify ?? "");
        writer.Write(page.Match.Analysis ?? "");
        writer.Write(page.Match.Kind ?? "");
        WriteAll(writer, [.. page.Match.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => new[] { s.Key, s.Value })]);
        var pattern = Parse(page);
        var anchors = pattern is null ? [] : AnchorFinder.Find(pattern);
        writer.Write((ushort)anchors.Count);
        foreach (var anchor in anchors)
        {
            writer.Write(anchor.Text);
            writer.Write(anchor.Length);
            writer.Write(anchor.MinOffset);
            writer.Write(anchor.MaxOffset);
        }

        var width = pattern is null ? default : PatternWidth.Of(pattern);
        writer.Write((ushort)width.Min);
        writer.Write((ushort)Math.Min(width.Max ?? int.MaxValue, TokenPattern.WindowLimit));
        writer.Write(pattern is null ? -1 : (int)blobs.BaseStream.Position);
        if (pattern is not null)
        {
            WritePattern(page, pattern, blobs);
        }

        writer.Write((int)blobs.BaseStream.Position);
        blobs.Write(page.Help);
    }

    private static PatternNode? Parse(RulePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        try
        {
            return page.Match.Token is { } token ? PatternParser.Parse(token) : null;
        }
        catch (PatternException e)
        {
            throw new RulePageException($"{page.Id}: `token`: {e.Message}", e);
        }
    }

    private static void WritePattern(RulePage page, PatternNode pattern, BinaryWriter blobs)
    {
        try
        {
            TokenPattern.Compile(pattern).Write(blobs);
        }
        catch (PatternException e)
        {
            throw new RulePageException($"{page.Id}: `token`: {e.Message}", e);
        }
    }

    private static void WriteAll(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write((byte)values.Count);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    // `near` words are compared without case and separators.
    private static string Squash(string word)
    {
        var text = new StringBuilder();
        foreach (var c in word.Where(char.IsAsciiLetterOrDigit))
        {
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
