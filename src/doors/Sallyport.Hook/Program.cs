using System.Diagnostics;
using System.Text;

namespace Sallyport.Hook;

/// <summary>The executable <c>sallyport-hook</c>: passes an event to the resident server, and the whole decision to <c>sallyport</c> when there is none.</summary>
internal static class Program
{
    private const int Blocks = 2;

    private static int Main(string[] arguments)
    {
        var body = Read(Console.OpenStandardInput());
        if (arguments is not ["hook", ..] || Door.Find() is not { } door || Exchange.Ask(door, arguments, body) is not { } reply)
        {
            return Full(arguments, body);
        }

        using var output = Console.OpenStandardOutput();
        output.Write(reply.Body.Span);
        output.Write("\n"u8);
        if (reply.Code != 0)
        {
            Complain(reply.Reason);
        }

        return reply.Code;
    }

    private static int Full(string[] arguments, ReadOnlyMemory<byte> body)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "sallyport");
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Sallyport.Cli/release/sallyport"));
        try
        {
            var start = new ProcessStartInfo(File.Exists(beside) ? beside : File.Exists(built) ? built : "sallyport", arguments) { RedirectStandardInput = true };
            using var process = Process.Start(start)!;
            process.StandardInput.BaseStream.Write(body.Span);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode is 0 or Blocks ? process.ExitCode : Refuse($"sallyport ended with {process.ExitCode}, so this is refused");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return Refuse($"sallyport cannot be started, so this is refused: {e.Message}");
        }
    }

    private static int Refuse(string reason)
    {
        Complain(reason);
        return Blocks;
    }

    private static void Complain(string reason)
    {
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes(reason + "\n"));
    }

    private static ReadOnlyMemory<byte> Read(Stream input)
    {
        var buffer = new byte[1 << 14];
        var length = 0;
        int read;
        while ((read = input.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, length * 2);
            }
        }

        return buffer.AsMemory(0, length);
    }
}
