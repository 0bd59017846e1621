using System.Text;

namespace Sallyport.Cli.Terminals;

/// <summary>What a command talks to: data goes to <see cref="Out"/>, talk to <see cref="Error"/>.</summary>
internal sealed class Terminal(Func<Stream> input, Stream output, TextWriter error, Func<string, string?> environment, string folder)
{
    private Stream? _input;
    private TextWriter? _out;
    private Func<bool> _outputIsTerminal = () => false;
    private Func<bool> _errorIsTerminal = () => false;

    public Stream Input => _input ??= input();

    /// <summary>The raw stream behind <see cref="Out"/>, for formats that write bytes.</summary>
    public Stream Output => output;

    public TextWriter Out => _out ??= new StreamWriter(output, new UTF8Encoding(false), 16384, leaveOpen: true) { NewLine = "\n" };

    public TextWriter Error => error;

    /// <summary>The folder that relative paths start from.</summary>
    public string Folder => folder;

    public bool OutputIsTerminal => _outputIsTerminal();

    public bool ErrorIsTerminal => _errorIsTerminal();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string? Environment(string name) => environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>The process's own terminal.</summary>
    public static Terminal OfProcess() => new(
        Console.OpenStandardInput,
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 256) { AutoFlush = true, NewLine = "\n" },
        System.Environment.GetEnvironmentVariable,
        System.Environment.CurrentDirectory)
    {
        _outputIsTerminal = () => !Console.IsOutputRedirected,
        _errorIsTerminal = () => !Console.IsErrorRedirected,
    };

    public void Flush() => _out?.Flush();

    /// <summary>Shows a mistake of the user and what to do about it.</summary>
    public void Complain(string message, string hint)
    {
        error.WriteLine($"error: {message}");
        if (hint.Length > 0)
        {
            error.WriteLine();
            error.WriteLine($"hint: {hint}");
        }
    }
}
