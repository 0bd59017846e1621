using System.IO.Compression;
using System.Text;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Core.Tests.Text.Decoding;

/// <summary>Whatever way a value is hidden, it is read, and its range leads back to where it stands.</summary>
public sealed class TextDecodersTests
{
    private const string Value = "correct-Horse7battery_staple9";

    public static TheoryData<string, string, string> Carriers => new()
    {
        { "base64", "data:\n  key: {0}\n", Base64(Value) },
        { "base64 without padding", "k={0}\n", Base64(Value).TrimEnd('=') },
        { "base64 of UTF-16", "-enc {0}\n", Convert.ToBase64String(Encoding.Unicode.GetBytes(Value)) },
        { "base64 behind a prefix one off", "zz{0}\n", Base64(Value) },
        { "base64 behind a prefix two off", "zzz_x{0}\n", Base64(Value) },
        { "URL alphabet", "k={0}\n", Base64(Value + "??>>~~").Replace('+', '-').Replace('/', '_').TrimEnd('=') },
        { "hexadecimal", "b.fromhex(\"{0}\")", Convert.ToHexString(Encoding.UTF8.GetBytes(Value)) },
        { "hexadecimal in lower case", "0x{0};", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Value)) },
        { "percent encoding", "https://x.example/?q={0}&y=1", string.Concat(Encoding.UTF8.GetBytes(Value).Select(b => $"%{b:X2}")) },
        { "unicode escapes", "var k = \"{0}\";", string.Concat(Value.Select(c => $"\\u{(int)c:x4}")) },
        { "braced escapes", "let k = '{0}'", string.Concat(Value.Select(c => $"\\u{{{(int)c:x}}}")) },
        { "hexadecimal escapes", "k = '{0}'", string.Concat(Value.Select(c => $"\\x{(int)c:x2}")) },
        { "HTML entities", "<p>{0}</p>", string.Concat(Value.Select(c => $"&#{(int)c};")) },
        { "HTML hexadecimal entities", "<p>{0}</p>", string.Concat(Value.Select(c => $"&#x{(int)c:X};")) },
        { "gzip in base64", "bundle={0}\n", Convert.ToBase64String(Compress(Value, s => new GZipStream(s, CompressionLevel.Optimal))) },
        { "zlib in base64", "bundle={0}\n", Convert.ToBase64String(Compress(Value, s => new ZLibStream(s, CompressionLevel.Optimal))) },
        { "plus", "k = ({0})\n", "\"correct-Hor\" + \"se7battery\" + \"_staple9\"" },
        { "plus over lines", "k = {0};\n", "'correct-Hor' +\n      'se7battery'\n    + '_staple9'" },
        { "neighbours over lines", "k = ({0})\n", "\"correct-Horse\"\n     \"7battery_staple9\"" },
        { "PHP dots", "$k = {0};\n", "'correct-Hor' . 'se7battery_staple9'" },
        { "Lua dots", "k = {0}\n", "'correct-Hor' .. 'se7battery_staple9'" },
        { "an armoured block wrapped in its header", "{0}\n", "-----BEGIN RSA PRIVA\nTE KEY-----\ncorrect-Horse7bat\ntery_staple9\n-----END RSA PR\nIVATE KEY-----" },
        { "wrapped lines", "KEY:\n{0}\nend of it all here\n", "correct-Hors\ne7battery_st\naple9" },
        { "a wrapped address", "acme://app.v:{0}@db.x/\nshop\n", "correct-Hor\nse7battery_staple9" },
    };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_hidden_value_is_read_and_leads_back_to_its_place(string name, string frame, string hidden)
    {
        var at = frame.IndexOf("{0}", StringComparison.Ordinal);
        var text = frame.Replace("{0}", hidden, StringComparison.Ordinal);
        var found = Decode(Encoding.UTF8.GetBytes(text)).FirstOrDefault(d => Encoding.UTF8.GetString(d.Bytes.Span).Contains(Value, StringComparison.Ordinal));
        found.ShouldNotBeNull(name);
        var inner = Encoding.UTF8.GetString(found.Bytes.Span).IndexOf(Value, StringComparison.Ordinal);
        var outer = found.Map.ToOuter(new TextSpan(inner, Value.Length));
        new TextSpan(at, hidden.Length).Contains(outer).ShouldBeTrue($"{name}: {outer} in {at}+{hidden.Length}");
        outer.Length.ShouldBeGreaterThanOrEqualTo(Math.Min(Value.Length, hidden.Length - 6));
    }

    [Theory]
    [InlineData("public async Task<IReadOnlyList<Finding>> GetFindingsForArtifactAsync(CancellationToken token);")]
    [InlineData("The quick brown fox said \"hello\" and \"goodbye\" to 100% of the people & went home.")]
    [InlineData("src/Sallyport.Core/Text/Decoding/Base64Text.cs and C:\\new\\table\\file.txt")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void Ordinary_text_is_not_decoded_into_anything(string text) =>
        Decode(Encoding.UTF8.GetBytes(text)).ShouldBeEmpty();

    [Fact]
    public void No_input_makes_a_decoder_fail()
    {
        var random = new Random(20261120);
        const string Alphabet = "ab09+/=-_\\u{}x%&#;\"'`.|<> \n\r\tH4sIeJ";
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(200)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = random.Next(10) == 0 ? (byte)random.Next(256) : (byte)Alphabet[random.Next(Alphabet.Length)];
            }

            foreach (var decoded in Decode(bytes))
            {
                var outer = decoded.Map.ToOuter(new TextSpan(0, decoded.Bytes.Length));
                outer.Start.ShouldBeGreaterThanOrEqualTo(0);
                outer.End.ShouldBeLessThanOrEqualTo(bytes.Length);
            }
        }
    }

    private static List<DecodedText> Decode(byte[] bytes)
    {
        var found = new List<DecodedText>();
        TextDecoders.Find(bytes, found);
        return found;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static byte[] Compress(string text, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        using (var stream = compressor(target))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}
