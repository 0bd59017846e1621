namespace Sallyport.Cli.Terminals;

/// <summary>What happens when the reader of our output goes away (<c>sallyport scan | head</c>).</summary>
internal static class Pipes
{
    private const int BrokenPipe = 32;

    public static bool IsClosed(IOException e) => (e.HResult & 0xFFFF) == BrokenPipe || e.HResult == BrokenPipe;

    /// <summary>Writes out what is buffered; a reader that has gone is no failure.</summary>
    public static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Flush();
        }
        catch (IOException e) when (IsClosed(e))
        {
            return;
        }
    }
}
