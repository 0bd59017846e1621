namespace Sallyport.Cli.Commands.Scan;

/// <summary>A report's file: whole or not there. Ctrl-C, a full disk or a bug leave what was there before.</summary>
internal static class OutputFile
{
    /// <summary>Writes through a temporary file beside it; devices (<c>/dev/null</c>, <c>/dev/fd/3</c>) are written as they are.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        if (IsSpecial(path))
        {
            using var direct = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(direct);
            return;
        }

        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Interruption.Remember(temporary);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
            Interruption.Forget(temporary);
        }
    }

    private static bool IsSpecial(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
}
