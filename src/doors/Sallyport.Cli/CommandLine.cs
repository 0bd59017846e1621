using Sallyport.Cli.Arguments;
using Sallyport.Cli.Help;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli;

/// <summary>From the words of a command line to an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments, Terminal terminal)
    {
        var command = "";
        try
        {
            return Dispatch(arguments, terminal, ref command);
        }
        catch (UserException e)
        {
            terminal.Complain(e.Message, e.Hint);
            return ExitCode.Error;
        }
        catch (IOException e) when (Pipes.IsClosed(e))
        {
            return ExitCode.Error; // who read our output has gone; there is nobody to tell
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain(e.Message, "");
            return ExitCode.Error;
        }
#pragma warning disable CA1031 // A bug of ours must not look like a clean run or like findings.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Complain($"this is a bug in sallyport {VersionText.Current}: {e}", "report it with the lines above; they may name your files, but hold nothing of their content");
            return ExitCode.Error;
        }
        finally
        {
            Pipes.Flush(terminal);
        }
    }

    private static int Dispatch(string[] arguments, Terminal terminal, ref string name)
    {
        if (arguments.Length == 0)
        {
            OverviewHelp.Write(terminal.Error);
            return ExitCode.Error;
        }

        name = arguments[0];
        switch (name)
        {
            case "--help" or "-h":
                OverviewHelp.Write(terminal.Out);
                return ExitCode.Clean;
            case "--version" or "-V":
                terminal.Out.WriteLine($"sallyport {VersionText.Current}");
                return ExitCode.Clean;
            case "help" when arguments.Length > 1:
                CommandHelp.Write(CommandTable.Find(arguments[1]) ?? throw Unknown(arguments[1]), terminal.Out);
                return ExitCode.Clean;
            case "help":
                OverviewHelp.Write(terminal.Out);
                return ExitCode.Clean;
        }

        var command = CommandTable.Find(name) ?? throw Unknown(name);
        if (AsksForHelp(arguments))
        {
            CommandHelp.Write(command, terminal.Out);
            return ExitCode.Clean;
        }

        return command.Run(ArgumentReader.Read(command.Name, command.Options(), arguments, 1), terminal);
    }

    private static bool AsksForHelp(string[] arguments)
    {
        for (var i = 1; i < arguments.Length && arguments[i] != "--"; i++)
        {
            if (arguments[i] is "--help" or "-h")
            {
                return true;
            }
        }

        return false;
    }

    private static UserException Unknown(string name) => name.StartsWith('-')
        ? new UserException($"unknown option `{name}`", "options stand behind a command: `sallyport scan --help`")
        : new UserException(
            $"unknown command `{name}`",
            Suggestion.Among(name, CommandTable.Names(), "sallyport ") ?? "`sallyport --help` lists the commands");
}
