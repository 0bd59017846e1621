using System.Text;

namespace Sallyport.EndToEnd;

public sealed class RedactTests : IDisposable
{
    private const string Mail = "maria.keller@posteo-nord.de";
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_file_comes_back_byte_for_byte()
    {
        byte[] text = [0xFF, 0xC3, 0x28, 0x00, .. Encoding.UTF8.GetBytes($"a\r\nb {Mail}\r\nKEY={Workspace.Token}"), 0x80];
        File.WriteAllBytes(_at.Path("in.bin"), text);
        Shelled("sallyport redact in.bin > out.bin && sallyport redact --restore - < out.bin > back.bin");
        File.ReadAllBytes(_at.Path("back.bin")).ShouldBe(text);
        var sent = Encoding.Latin1.GetString(File.ReadAllBytes(_at.Path("out.bin")));
        sent.ShouldNotContain(Mail);
        sent.ShouldNotContain(Workspace.Token);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Wide_text_is_looked_into(string encoding)
    {
        var wide = Encoding.GetEncoding(encoding);
        byte[] text = [.. wide.GetPreamble(), .. wide.GetBytes($"to {Mail} 😀\r\nend")];
        File.WriteAllBytes(_at.Path("in.txt"), text);
        Shelled("sallyport redact in.txt > out.txt && sallyport redact --restore out.txt > back.txt");
        File.ReadAllBytes(_at.Path("back.txt")).ShouldBe(text);
        wide.GetString(File.ReadAllBytes(_at.Path("out.txt"))).ShouldNotContain("keller");
    }

    [Fact]
    public void A_value_has_one_placeholder_in_every_file_of_a_project()
    {
        _at.With("a.txt", Mail).With("b.txt", $"and {Mail}");
        _at.Run("redact", "b.txt").Output.ShouldBe($"and {_at.Run("redact", "a.txt").Output}");
    }

    [Fact]
    public void What_leads_back_lies_with_the_user_alone()
    {
        _at.With("a.txt", Mail);
        _at.Run("redact", "a.txt");
        var folder = Path.Combine(_at.Home, ".local/share/sallyport");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).ToArray();
        files.Length.ShouldBe(2);
        files.ShouldAllBe(f => File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        files.ShouldAllBe(f => !Encoding.Latin1.GetString(File.ReadAllBytes(f)).Contains("keller"));
        Directory.GetFiles(_at.Root).ShouldBe([_at.Path("a.txt")]);
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        _at.With("a.txt", Mail);
        _at.Run("redact", "a.txt");
        var key = Path.Combine(_at.Home, ".local/share/sallyport/redaction.key");
        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.OtherRead);
        var run = _at.Run("redact", "a.txt");
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("chmod 600");
    }

    [Fact]
    public void A_map_that_was_changed_is_refused_and_nothing_is_written()
    {
        _at.With("a.txt", Mail);
        _at.Run("redact", "a.txt");
        var map = Directory.GetFiles(Path.Combine(_at.Home, ".local/share/sallyport/redactions"), "*.map").Single();
        var bytes = File.ReadAllBytes(map);
        bytes[^1] ^= 1;
        File.WriteAllBytes(map, bytes);
        var run = _at.Run("redact", "a.txt");
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("does not open");
    }

    [Fact]
    public void Nothing_to_redact_is_passed_on() => Executable.Start(_at, ["redact"], "plain words\n").ShouldSatisfyAllConditions(r => r.Output.ShouldBe("plain words\n"), r => r.Error.ShouldBe("nothing to redact\n"));

    [Fact]
    public void A_file_that_is_not_there_is_a_mistake() => _at.Run("redact", "gone.txt").Error.ShouldContain("`gone.txt` does not exist");

    [Fact]
    public void Personal_data_in_a_prompt_is_rewritten()
    {
        var run = Executable.Start(_at, ["judge", "text"], $$"""{"id":1,"carrier":"prompt","text":"write to {{Mail}}"}""" + "\n");
        run.Output.ShouldContain("\"decision\":\"rewrite\"");
        run.Output.ShouldContain("privacy/email-address");
        run.Output.ShouldContain("@example.com");
        run.Output.ShouldNotContain("keller");
    }

    private void Shelled(string script)
    {
        var path = $"{Path.GetDirectoryName(Executable.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        var (code, output) = Shell.Run(_at.Root, "sh", ["-c", script], ("HOME", _at.Home), ("XDG_DATA_HOME", null), ("XDG_CONFIG_HOME", null), ("PATH", path));
        code.ShouldBe(0, output);
    }
}
