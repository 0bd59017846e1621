using System.Text;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Detectors.Exposure;
using Sallyport.Detectors.Exposure.Tools;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Initializing;

/// <summary>The ignore files and settings of the AI tools in use, made from one list.</summary>
internal static class IgnoreFiles
{
    /// <summary>Adds what would change.</summary>
    public static void Add(List<Change> changes, Project project, bool undo, Given given, Terminal terminal)
    {
        var policy = Setting.Of(given, terminal).Policies.For("").Policy;
        var list = new PrivateList(policy.Private);
        var tools = undo ? AssistantTools.All : AssistantTools.InUse(policy.Assistants, place => Setting.Files.Exists(project.Full(place)), place => Setting.Files.Read(project.Full(place)));
        if (tools.Count == 0)
        {
            terminal.Error.WriteLine("no AI tool shows itself here; name those in use in sallyport.yml, as in `assistants: [cursor, claude-code]`");
        }

        foreach (var tool in tools)
        {
            if (tool.Generated is not { } place)
            {
                Tell(!undo, $"{tool.Name} has no ignore file: {tool.Limit}", terminal);
                continue;
            }

            var path = project.Full(place);
            if (changes.Exists(c => c.Path == path))
            {
                continue;
            }

            var before = Setting.Files.Read(path) is { } data ? Encoding.UTF8.GetString(data) : null;
            var after = undo ? before is null ? null : Made(place, () => tool.Remove(before, list)) : Made(place, () => tool.Generate(before, list));
            if (after != before)
            {
                changes.Add(new Change(path, place, before, after));
            }
            else
            {
                Tell(!undo && tool.IsOwn(before), $"{place} chooses what {tool.Name} may read by itself; {tool.Change}", terminal);
            }
        }
    }

    private static string? Made(string place, Func<string?> make)
    {
        try
        {
            return make();
        }
        catch (UserException e)
        {
            throw new UserException($"{place}: {e.Message}", e.Hint);
        }
    }

    private static void Tell(bool wanted, string text, Terminal terminal)
    {
        if (wanted)
        {
            terminal.Error.WriteLine($"note: {text}");
        }
    }
}
