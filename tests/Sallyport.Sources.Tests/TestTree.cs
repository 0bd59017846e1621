using System.Diagnostics;
using System.Text;

namespace Sallyport.Sources.Tests;

/// <summary>A folder of its own with real files and a real git, gone when the test ends.</summary>
internal sealed class TestTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sallyport-sources-");

    public string Root => _folder.FullName;

    public string Full(string path) => Path.Combine(Root, path);

    public TestTree With(string path, string text = "text\n") => With(path, Encoding.UTF8.GetBytes(text));

    public TestTree With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), bytes);
        return this;
    }

    public TestTree Commit(string message = "change", string folder = "")
    {
        Git(folder, "add", "-A");
        Git(folder, "commit", "-q", "--allow-empty", "-m", message);
        return this;
    }

    public TestTree Init(string folder = "", params string[] options)
    {
        Directory.CreateDirectory(Full(folder));
        Git(folder, ["init", "-q", "-b", "main", .. options]);
        return this;
    }

    public string Git(string folder, params string[] arguments) => Run(Full(folder), "git", arguments);

    public string Shell(string script) => Run(Root, "bash", "-c", script);

    public void Dispose()
    {
        Run("/", "rm", "-rf", Root); // Names that are no text are beyond .NET.
    }

    private static string Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_COUNT"] = "1";
        start.Environment["GIT_CONFIG_KEY_0"] = "protocol.file.allow";
        start.Environment["GIT_CONFIG_VALUE_0"] = "always";
        foreach (var who in new[] { "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL" })
        {
            start.Environment[who] = "tester@example.org";
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}");
    }
}
