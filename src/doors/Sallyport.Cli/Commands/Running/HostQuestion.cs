using Sallyport.Cli.Terminals;

namespace Sallyport.Cli.Commands.Running;

/// <summary>Asks the person at the terminal about a host that no rule names. Where nobody sits, the answer is no.</summary>
internal sealed class HostQuestion(Terminal terminal)
{
    private const string Place = "/dev/tty";

    public bool Ask(string host, int port)
    {
        if (terminal.Environment("CI") is not null || Console.IsInputRedirected || !terminal.ErrorIsTerminal)
        {
            return false;
        }

        try
        {
            using var screen = new FileStream(Place, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            screen.Write(System.Text.Encoding.UTF8.GetBytes($"\nsallyport: the command wants to reach {host}:{port}, which no rule names. Allow it for this run? [y/N] "));
            using var reader = new StreamReader(screen);
            return reader.ReadLine()?.Trim() is "y" or "Y" or "yes";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
