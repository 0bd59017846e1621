using System.Diagnostics;

namespace Sallyport.EndToEnd;

/// <summary>An empty folder with a home of its own, gone when the test ends.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-").FullName;

    public Workspace()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Home);
    }

    public string Root => System.IO.Path.Combine(_folder, "project");

    public string Home => System.IO.Path.Combine(_folder, "home");

    /// <summary>A token that no service knows, made anew so that none stands in this repository.</summary>
    public static string Token { get; } = "sk_live_51" + Random.Shared.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 97);

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public Workspace With(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(Path(name));

    public Workspace Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = Home;
        foreach (var who in new[] { "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL" })
        {
            start.Environment[who] = "tester@example.org";
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? this : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }

    public Executable.Run Run(params string[] arguments) => Executable.Start(this, arguments);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
