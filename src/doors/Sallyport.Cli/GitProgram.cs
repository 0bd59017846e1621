using System.ComponentModel;
using System.Diagnostics;

namespace Sallyport.Cli;

/// <summary>Asks the installed git short questions about a repository.</summary>
internal static class GitProgram
{
    /// <summary>The first line of the answer; null when git is missing or says no.</summary>
    public static string? Ask(string folder, params string[] question)
    {
        var start = new ProcessStartInfo("git", question) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer.Split('\n')[0].TrimEnd('\r') : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The full path of the pre-commit hook, wherever the repository keeps its hooks; null outside of a repository.</summary>
    public static string? PreCommitHook(string folder) =>
        Ask(folder, "rev-parse", "--git-path", "hooks/pre-commit") is { Length: > 0 } path ? Path.GetFullPath(path, folder) : null;
}
