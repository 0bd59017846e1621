using System.Diagnostics;

namespace Sallyport.Sources.Tests.Snapshots;

/// <summary>Every byte, name, mode and link of a tree as one text, made by other programs than ours.</summary>
internal static class TreePrint
{
    private const string Script = """
        export LC_ALL=C
        find . -path './.git/refs/sallyport*' -prune -o -printf '%y %m %p -> %l\0' | sort -z | tr '\0' '\n'
        find . -type f -print0 | sort -z | xargs -0 -r sha256sum -z | tr '\0' '\n'
        """;

    public static string Of(string folder) => Bash(folder, Script);

    /// <summary>Runs a script in a folder.</summary>
    public static string Bash(string folder, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", folder]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.Latin1 };
        foreach (var who in new[] { "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL" })
        {
            start.Environment[who] = "tester@example.org";
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
