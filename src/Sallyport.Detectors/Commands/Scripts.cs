using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands;

/// <summary>Reads commands together with the scripts that they run.</summary>
internal static class Scripts
{
    private const int SizeLimit = 1 << 18;
    private static readonly string[] Shells = ["sh", "bash", "dash", "ksh", "ash", "env sh", "env bash"];

    public static ShellReading Read(string text, Scene scene)
    {
        var shell = scene.Shell == "powershell" ? ShellKind.PowerShell : ShellKind.Bash;
        return ShellReader.Read(text, shell, scene.Files is null ? null : path => Content(path, scene));
    }

    // Only text of the shells that are understood is handed in; whatever else runs stays a program of which nothing is known.
    private static string? Content(string path, Scene scene)
    {
        var full = path.StartsWith('/') ? path : path.StartsWith("$HOME/", StringComparison.Ordinal) && scene.Home.Length > 0 ? scene.Home + path[5..] : path.StartsWith('$') ? null : $"{scene.Folder}/{path}";
        if (full is null || full.StartsWith("/usr/", StringComparison.Ordinal) || full.StartsWith("/bin/", StringComparison.Ordinal) || full.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return scene.Files!.IsFolder(full) || scene.Files.Read(full) is not { Length: > 0 and <= SizeLimit } bytes || bytes.AsSpan().Contains((byte)0) ? null : Text(bytes, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Text(byte[] bytes, string path)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return path.EndsWith(".sh", StringComparison.Ordinal) || path.EndsWith(".bash", StringComparison.Ordinal) || !path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? text : null;
        }

        var line = text[..Math.Max(2, text.IndexOf('\n', StringComparison.Ordinal))].TrimEnd();
        return Array.Exists(Shells, s => line.EndsWith("/" + s, StringComparison.Ordinal) || line.Contains($"/{s} ", StringComparison.Ordinal)) ? text : null;
    }
}
