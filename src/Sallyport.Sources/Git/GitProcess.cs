using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Sallyport.Core;

#pragma warning disable RS0030 // This is the one interface through which git runs.

namespace Sallyport.Sources.Git;

/// <summary>A running git. Its arguments never pass a shell, and a hostile repository's settings run nothing and reach no network.</summary>
internal sealed class GitProcess : IDisposable
{
    private const int ErrorLimit = 64 << 10;

    private static readonly string[] Safe =
    [
        "--no-pager", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false", "-c", "diff.external=", "-c", "submodule.recurse=false",
        "-c", "protocol.allow=never", "-c", "core.deltaBaseCacheLimit=64m",
    ];

    private readonly Process _process;
    private readonly Thread _errors;
    private readonly StringBuilder _error = new();

    private GitProcess(Process process)
    {
        _process = process;
        _errors = new Thread(ReadErrors) { IsBackground = true };
        _errors.Start();
        Output = new OutputReader(process.StandardOutput.BaseStream);
    }

    public OutputReader Output { get; }

    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts git in <paramref name="folder"/>.</summary>
    public static GitProcess Start(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Safe)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("GIT_EXTERNAL_DIFF");
        try
        {
            return new GitProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw Directory.Exists(folder)
                ? new UserException($"git could not be started: {e.Message}", "install git, or scan files instead")
                : new UserException($"`{folder}` is no folder", "give a folder inside a repository");
        }
    }

    /// <summary>Runs git to its end; answers whether it succeeded, with what it wrote.</summary>
    public static (bool Succeeded, string Output, string Error) Run(string folder, params IEnumerable<string> arguments)
    {
        using var git = Start(folder, arguments);
        git.Input.Close();
        var output = git.Output.ReadToEnd();
        var error = git.Finish();
        return (error is null, output, error ?? "");
    }

    /// <summary>A path in the configuration that holds in <paramref name="folder"/>; null when it is not set, or there is no git to ask.</summary>
    public static string? Setting(string folder, string key)
    {
        try
        {
            var (succeeded, output, _) = Run(folder, "config", "--null", "--path", key);
            return succeeded ? output.TrimEnd('\0') : null;
        }
        catch (UserException)
        {
            return null; // Without git nothing is ignored for it.
        }
    }

    /// <summary>Waits for the end; null when all went well, else what git said.</summary>
    public string? Finish()
    {
        _process.WaitForExit();
        _errors.Join();
        return _process.ExitCode == 0 ? null : _error.ToString().Trim();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void ReadErrors()
    {
        var buffer = new char[1024];
        int read;
        while ((read = _process.StandardError.Read(buffer, 0, buffer.Length)) > 0)
        {
            _error.Append(buffer, 0, Math.Min(read, Math.Max(0, ErrorLimit - _error.Length)));
        }
    }
}
