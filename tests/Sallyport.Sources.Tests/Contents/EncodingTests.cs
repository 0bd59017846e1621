using System.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Contents;

public sealed class EncodingTests : IDisposable
{
    private const string Text = "first line\r\nzweite Zeile: Grüße, 你好, 😀 = 'x'\nlast";
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    public static TheoryData<string, bool> Encodings =>
        new(from name in new[] { "utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE" } from mark in new[] { true, false } where mark || !name.StartsWith("utf-32", StringComparison.Ordinal) select (name, mark));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_text_arrives_as_utf8_with_the_same_lines_and_columns(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        _tree.With("a.txt", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);
        var artifact = Scan().Artifacts.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(artifact.Bytes.Span).ShouldBe(Text);
        var at = artifact.Lines.At(artifact.Bytes.Span.IndexOf("'x'"u8));
        (artifact.Window?.Whole(at) ?? at).ShouldBe(new(2, "zweite Zeile: Grüße, 你好, 😀 = ".Length + 1));
    }

    [Fact]
    public void The_span_behind_a_byte_order_mark_counts_from_the_files_first_byte()
    {
        _tree.With("a.txt", [0xEF, 0xBB, 0xBF, .. "abc"u8]);
        Scan().Artifacts.Single().Window!.Value.Whole(new Core.Text.TextSpan(0, 3)).Start.ShouldBe(3);
    }

    [Fact]
    public void Bytes_of_an_older_encoding_pass_as_they_are()
    {
        byte[] latin = [.. "caf"u8, 0xE9, .. " = \"x\"\n"u8];
        _tree.With("a.txt", latin);
        Scan().Artifacts.Single().Bytes.ToArray().ShouldBe(latin);
    }

    [Fact]
    public void Halves_of_characters_become_replacements()
    {
        _tree.With("a.txt", [0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0, 0x01]);
        Scan().Text("a.txt").ShouldBe("a\uFFFDb");
    }

    [Theory]
    [InlineData("elf")]
    [InlineData("zeros")]
    [InlineData("noise")]
    public void Binary_content_is_an_expected_skip(string kind)
    {
        var bytes = new byte[20_000];
        if (kind != "zeros")
        {
            new Random(1).NextBytes(bytes);
        }

        if (kind == "elf")
        {
            "\u007fELF\u0002\u0001\u0001\0\0\0"u8.CopyTo(bytes);
        }

        _tree.With("a", bytes);
        var seen = Scan();
        seen.Artifacts.ShouldBeEmpty();
        seen.Skipped.ShouldHaveSingleItem().ShouldBe(new("a", "binary", Expected: true));
    }

    private Seen Scan() => Seen.In(new FileTree(["."], new FileTreeOptions { WorkingFolder = _tree.Root }));
}
