using System.Reflection;
using System.Text;
using Sallyport.Agents.Settings;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>What agents are told to call: in the user's settings the thin client, which costs a few milliseconds while a server runs; in a project's, which others share, <c>sallyport</c> from the PATH.</summary>
internal static class HookClient
{
    private const string Resource = "sallyport-hook.sh";

    public static HookCall Call(Given given, Terminal terminal)
    {
        if (given.Has("http"))
        {
            var door = ServerDoor.Reserve(new UserFolders(terminal)) ?? throw new UserException("there is no home folder", "set HOME");
            return new HookCall("sallyport") { Http = (door.Address, door.Token) };
        }

        return new HookCall(given.Has("project") ? "sallyport" : Place(terminal));
    }

    /// <summary>Writes the thin client where the settings name it.</summary>
    public static void Write(Given given, Terminal terminal)
    {
        if (given.Has("project") || given.Has("http"))
        {
            return;
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var program = Environment.ProcessPath ?? "sallyport";
        var script = reader.ReadToEnd()
            .Replace("@SALLYPORT@", program.Replace("'", "'\\''", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("@DOOR@", ServerDoor.PlaceOf(new UserFolders(terminal))!.Replace("'", "'\\''", StringComparison.Ordinal), StringComparison.Ordinal);
        var place = Place(terminal);
        Setting.Files.Write(place, Encoding.UTF8.GetBytes(script));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Place(Terminal terminal) =>
        Path.Combine(new UserFolders(terminal).State ?? throw new UserException("there is no home folder", "set HOME"), "bin", "sallyport-hook");
}
