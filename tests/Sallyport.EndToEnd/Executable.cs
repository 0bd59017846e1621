using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sallyport.EndToEnd;

/// <summary>Runs the built executable as a user would.</summary>
internal static class Executable
{
    internal static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(ThisFile())!, "../../artifacts/bin/Sallyport.Cli", Configuration, "sallyport"));

#if DEBUG
    private const string Configuration = "debug";
#else
    private const string Configuration = "release";
#endif

    public static Run Start(Workspace workspace, string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "SALLYPORT_POLICY" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = workspace.Home;
        start.Environment["XDG_CACHE_HOME"] = "";
        start.Environment["XDG_CONFIG_HOME"] = "";
        start.Environment["XDG_DATA_HOME"] = "";
        start.Environment["XDG_STATE_HOME"] = "";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Launch(Workspace workspace, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = workspace.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = workspace.Home;
        return Process.Start(start)!;
    }

    /// <summary>Lets git's hooks in the workspace find the executable.</summary>
    public static void OnPath(Workspace workspace)
    {
        var hook = workspace.Path(".git/hooks/pre-commit");
        var lines = File.ReadAllText(hook).Replace("#!/bin/sh\n", $"#!/bin/sh\nPATH=\"$PATH:{System.IO.Path.GetDirectoryName(Path)}\"\n", StringComparison.Ordinal);
        File.WriteAllText(hook, lines);
    }

    /// <summary>What a bash script prints; it finds the executable in <c>$EXE</c>.</summary>
    public static string Bash(Workspace workspace, string script)
    {
        var start = new ProcessStartInfo("bash", script) { WorkingDirectory = workspace.Root, RedirectStandardOutput = true };
        start.Environment["EXE"] = Path;
        start.Environment["HOME"] = workspace.Home;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    /// <summary>What a run left behind.</summary>
    internal sealed record Run(int ExitCode, string Output, string Error);
}
