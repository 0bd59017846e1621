using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Artifacts;
using Sallyport.Sources.Files;
using Sallyport.Sources.Git;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>What a scan looks at.</summary>
/// <param name="Source">Where artifacts come from.</param>
/// <param name="Folder">The full path that the paths of artifacts are relative to.</param>
/// <param name="MayBeEmpty">Whether looking at nothing is clean: a diff may be empty, a folder should not be.</param>
internal sealed record Target(IArtifactSource Source, string Folder, bool MayBeEmpty)
{
    private static readonly string[] Modes = ["staged", "diff", "history"];

    /// <summary>Reads it off the command line; throws <see cref="UserException"/> for what does not go together.</summary>
    public static Target Of(Given given, Terminal terminal)
    {
        var origin = given.Has("untrusted") ? Origin.ThirdParty : Origin.Operator;
        if (Mode(given) is not { } mode)
        {
            return given.Operands.Contains("-") ? OfInput(given, terminal, origin) : OfFiles(given, terminal, origin);
        }

        if (given.Operands.Count > 1 || given.Operands is ["-"])
        {
            throw new UserException($"`--{mode}` looks at one repository", $"give one folder: `sallyport scan --{mode} {(mode == "diff" ? "main " : "")}path/to/repository`");
        }

        var folder = Path.GetFullPath(Paths.Existing(given, terminal)[0], terminal.Folder);
        if (!Directory.Exists(folder))
        {
            throw new UserException($"`{given.Operands[0]}` is no folder", $"`--{mode}` looks at a whole repository");
        }

        IArtifactSource source = mode switch
        {
            "staged" => new StagedChanges(folder, origin),
            "diff" => new WorkTreeDiff(folder, given.Value("diff")!, origin),
            _ => new History(folder, given.Value("history"), origin),
        };
        return new Target(source, folder, MayBeEmpty: true);
    }

    private static string? Mode(Given given)
    {
        string? found = null;
        foreach (var mode in Modes)
        {
            if (given.Has(mode))
            {
                found = found is null ? mode : throw new UserException($"`--{found}` and `--{mode}` do not go together", "run them one after the other");
            }
        }

        return found;
    }

    private static Target OfInput(Given given, Terminal terminal, Origin origin) => given.Operands.Count == 1
        ? new Target(new StandardInput(terminal.Input, origin: origin), terminal.Folder, MayBeEmpty: true)
        : throw new UserException("`-` stands for standard input and goes with no other path", "scan the files in a run of their own");

    // An ignore file is the tree's own word, which does not count where the tree is not trusted.
    private static Target OfFiles(Given given, Terminal terminal, Origin origin)
    {
        var options = new FileTreeOptions { WorkingFolder = terminal.Folder, NoIgnore = given.Has("no-ignore") || given.Has("untrusted"), Origin = origin };
        return new Target(new FileTree(Paths.Existing(given, terminal), options), terminal.Folder, MayBeEmpty: false);
    }
}
