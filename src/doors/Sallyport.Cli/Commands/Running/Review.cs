using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core.Policy;
using Sallyport.Sandbox;

namespace Sallyport.Cli.Commands.Running;

/// <summary><c>run --review</c>: what a command did is shown, and becomes the project's only as far as somebody says so.</summary>
internal static class Review
{
    /// <summary>Shows the changes and applies what was chosen on the command line or at the terminal.</summary>
    public static void Decide(SandboxRequest request, Given given, Terminal terminal)
    {
        var changes = ProjectChanges.Read(request.Project, request.Review!);
        if (changes.All.Count == 0)
        {
            terminal.Error.WriteLine("review: the command changed nothing");
            request.Review!.Delete();
            return;
        }

        foreach (var change in changes.All)
        {
            terminal.Error.WriteLine($"{Word(change.Kind),-8} {change.Path}{(change.Detail.Length > 0 ? $"  ({change.Detail})" : "")}");
        }

        if (Choice(given, terminal) is not { } chosen)
        {
            terminal.Error.WriteLine($"review: nothing was applied; the changes lie in {request.Review!.Upper}");
            return;
        }

        var applied = changes.Apply(request.Profile, chosen);
        terminal.Error.WriteLine($"review: {applied} of {changes.All.Count} {(changes.All.Count == 1 ? "change" : "changes")} applied");
        request.Review!.Delete();
    }

    private static Func<ProjectChange, bool>? Choice(Given given, Terminal terminal)
    {
        var words = given.All("apply");
        if (words.Count == 0 && !Console.IsInputRedirected && terminal.ErrorIsTerminal)
        {
            terminal.Error.Write("apply all, none, or which paths? [all/none/PATH…] ");
            using var reader = new StreamReader(terminal.Input);
            words = [.. (reader.ReadLine() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }

        return words switch
        {
            [] => null,
            ["all"] => _ => true,
            ["none"] => _ => false,
            _ => Among(words.ConvertAll(word => new PathPattern(word))),
        };
    }

    private static Func<ProjectChange, bool> Among(List<PathPattern> patterns) => change => patterns.Exists(p => p.Matches(change.Path));

    private static string Word(ProjectChange.Of kind) => kind switch { ProjectChange.Of.Added => "added", ProjectChange.Of.Changed => "changed", ProjectChange.Of.Mode => "mode", _ => "deleted" };
}
