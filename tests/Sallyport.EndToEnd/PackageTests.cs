namespace Sallyport.EndToEnd;

/// <summary>What others install, made by <c>eng/package</c> and tried in an empty folder outside this repository.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Sources =
        ["src", "rules", "threats", "eng", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "README.md", "LICENSE"];

    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void What_is_packed_is_the_same_to_the_byte_elsewhere_and_runs_without_this_repository()
    {
        var packed = _at.Path("packed");
        Succeed("/", Path.Combine(Shell.Repository, "eng/package"), packed);

        var copy = Directory.CreateDirectory(_at.Path("another checkout")).FullName;
        Succeed(Shell.Repository, "cp", ["-r", .. Sources, copy]);
        Succeed("/", Path.Combine(copy, "eng/package"), _at.Path("packed again"));
        _at.Read("packed again/SHA256SUMS").ShouldBe(_at.Read("packed/SHA256SUMS"));
        Succeed(packed, "sha256sum", "--check", "SHA256SUMS");

        var empty = Directory.CreateDirectory(_at.Path("empty")).FullName;
        _at.With("empty/src/pay.py", $"key = '{Workspace.Token}'\n");
        Succeed(empty, "tar", "xzf", Directory.GetFiles(packed, "*.tar.gz").Single());
        Succeed(empty, "dotnet", "tool", "install", "Sallyport", "--tool-path", "tools", "--source", packed);
        var program = Path.Combine(Directory.GetDirectories(empty, "sallyport-*").Single(), "sallyport");

        // The archive brings its own .NET: nothing on the path, and nothing where .NET is looked for.
        Scan(empty, program, ("PATH", "/nowhere"), ("DOTNET_ROOT", "/nowhere"));
        Scan(empty, Path.Combine(empty, "tools/sallyport"));
    }

    private void Scan(string folder, string program, params (string, string?)[] environment)
    {
        var (code, output) = Shell.Run(folder, "/usr/bin/env", ["--", program, "scan", "src", "-o", "concise"], [("HOME", _at.Home), .. environment]);
        code.ShouldBe(1, output);
        output.ShouldStartWith("src/pay.py:1:8: warning[secrets/stripe-secret-key]: ");
        output.ShouldNotContain(Workspace.Token[..16]);
    }

    private static void Succeed(string folder, string program, params string[] arguments)
    {
        var (code, output) = Shell.Run(folder, program, arguments);
        code.ShouldBe(0, output);
    }
}
