using System.ComponentModel;
using System.Diagnostics;
using Sallyport.Cli.Terminals;
using Sallyport.Registries.Clients;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>What package clients see on this machine.</summary>
internal static class Surroundings
{
    private const int Patience = 20_000;

    public static ClientSurroundings Of(Terminal terminal) => new(terminal.Environment, ReadText, (program, question) => Ask(program, question, terminal.Folder), terminal.Folder);

    private static string? ReadText(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Ask(string program, string[] question, string folder)
    {
        var start = new ProcessStartInfo(program, question) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 ? answer.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
