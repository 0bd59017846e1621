using Sallyport.Cli.Terminals;
using Sallyport.Engine.Scanning;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>One line on a terminal's standard error that says how far a scan is.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly Scanner _scanner;
    private readonly ITimer _timer;
    private bool _drawn;
    private bool _over;

    private ProgressLine(Terminal terminal, Scanner scanner)
    {
        (_terminal, _scanner) = (terminal, scanner);
        _timer = terminal.Time.CreateTimer(_ => Draw(), null, First, Often);
    }

    /// <summary>Begins one where it can be seen; a short scan draws nothing.</summary>
    public static ProgressLine? Begin(Terminal terminal, Scanner scanner) => Colors.Progress(terminal) ? new ProgressLine(terminal, scanner) : null;

    public void Dispose()
    {
        lock (_lock)
        {
            if (_drawn && !_over)
            {
                _terminal.Error.Write("\r\e[K");
            }

            _over = true;
        }

        _timer.Dispose();
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (!_over)
            {
                _drawn = true;
                _terminal.Error.Write($"\r\e[Kscanning: {_scanner.Looked} looked at");
            }
        }
    }
}
