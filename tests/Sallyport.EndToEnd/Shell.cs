using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sallyport.EndToEnd;

/// <summary>Runs a program other than our own.</summary>
internal static class Shell
{
    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    /// <summary>Runs a program; what it says on both streams comes back as one text.</summary>
    public static (int ExitCode, string Output) Run(string folder, string program, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" 2>&1", "sh", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
