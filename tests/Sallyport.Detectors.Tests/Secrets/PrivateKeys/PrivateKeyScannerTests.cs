using System.Text;
using Sallyport.Detectors.Secrets.PrivateKeys;
using Sallyport.Detectors.Secrets.Verifiers;

namespace Sallyport.Detectors.Tests.Secrets;

/// <summary>Private key blocks in whatever carries them; the keys are made when the test runs and open nothing.</summary>
public sealed class PrivateKeyScannerTests
{
    public static TheoryData<string> Kinds =>
    [
        "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK", "SSH2 ENCRYPTED PRIVATE KEY", "OpenVPN Static key V1", "PuTTY-User-Key-File",
    ];

    /// <summary>What stands before the block, what a line break becomes, what stands behind.</summary>
    public static TheoryData<string, string, string> Carriers => new()
    {
        { "", "\n", "" },
        { "", "\r\n", "\r\n" },
        { "    ", "\n    ", "" },
        { "{\"k\":\"", "\\n", "\"}" },
        { "{\"k\":\"", "\\\\n", "\"}" },
        { "var k = \"", "\\n\" +\n    \"", "\";" },
        { "String k = \"", "\\n\"\n    + \"", "\";" },
        { "k = ('", "\\n'\n     '", "')" },
        { "x\n// ", "\n// ", "" },
        { "x\n  # ", "\n  # ", "" },
        { "/*\n * ", "\n * ", "\n */" },
        { "@@\n+", "\n+", "" },
        { "@@\n-", "\n-", "" },
        { "text\n> ", "\n> ", "" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_block_is_read_to_its_end(string kind)
    {
        var block = PrivateKeyExamples.Make(kind, new Random(3));
        var (found, length, read, verification) = Read(block + "\nrest");
        found.ShouldBeTrue();
        length.ShouldBe(block.Length);
        read.ShouldBe(kind);
        verification.ShouldBe(Verification.Right);
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_block_is_read_out_of_its_carrier(string before, string lineBreak, string behind)
    {
        foreach (var kind in (string[])["RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK", "EC PRIVATE KEY"])
        {
            var block = PrivateKeyExamples.Make(kind, new Random(11)).Replace("\n", lineBreak, StringComparison.Ordinal);
            var (found, _, read, verification) = Read(before + block + behind);
            found.ShouldBeTrue(kind);
            read.ShouldBe(kind);
            verification.ShouldBe(Verification.Right, kind);
        }
    }

    [Fact]
    public void An_old_block_under_a_passphrase_is_an_encrypted_key()
    {
        var block = PrivateKeyExamples.Make("RSA PRIVATE KEY", new Random(5));
        var header = block.IndexOf('\n', StringComparison.Ordinal) + 1;
        var body = Convert.ToBase64String(Enumerable.Range(0, 640).Select(i => (byte)((i * 167) ^ (i >> 3))).ToArray());
        var text = $"{block[..header]}Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n{body}\n{block[block.LastIndexOf("-----END", StringComparison.Ordinal)..]}";
        var (found, _, kind, _) = Read(text);
        found.ShouldBeTrue();
        kind.ShouldBe("ENCRYPTED PRIVATE KEY");
    }

    [Theory]
    [InlineData("MIIE...")]
    [InlineData("<your key>")]
    [InlineData("")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void An_example_body_is_no_key(string body) =>
        Read($"-----BEGIN RSA {"PRIVATE"} KEY-----\n{body}\n-----END RSA {"PRIVATE"} KEY-----").Found.ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_block_without_its_end_is_no_key(string kind)
    {
        var block = PrivateKeyExamples.Make(kind, new Random(9));
        Read(block[..(block.Length / 2)]).Found.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_cut_makes_the_scanner_throw(string kind)
    {
        var block = PrivateKeyExamples.Make(kind, new Random(13));
        for (var length = 24; length + 3 < block.Length; length += 7)
        {
            Should.NotThrow(() => Read(block[..length] + block[(length + 3)..]));
        }
    }

    private static (bool Found, int Length, string Kind, Verification Verification) Read(string text)
    {
        var at = PrivateKeyScanner.Marks.Max(mark => text.IndexOf(Encoding.ASCII.GetString(mark), StringComparison.Ordinal));
        var found = PrivateKeyScanner.TryRead(Encoding.ASCII.GetBytes(text), at, out var end, out var kind, out var verification);
        return (found, end - at, kind, verification);
    }
}
