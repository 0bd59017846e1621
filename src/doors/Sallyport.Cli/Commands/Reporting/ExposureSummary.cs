using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Scan;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Exposure;
using Sallyport.Detectors.Exposure.Tools;
using Sallyport.Engine.Scanning;
using Sallyport.Sources.Files;

namespace Sallyport.Cli.Commands.Reporting;

/// <summary>What an assistant that works in a folder could see and send.</summary>
/// <param name="Tools">The tools in use.</param>
/// <param name="Files">The files that hold something, or are private by name.</param>
/// <param name="Holes">What is wrong with the set-up of the tools.</param>
/// <param name="Looked">How many files were looked at.</param>
/// <param name="Unread">What could not be read, as far as that is a gap.</param>
internal sealed record ExposureSummary(
    IReadOnlyList<AssistantTool> Tools, IReadOnlyList<ExposureSummary.File> Files, IReadOnlyList<Finding> Holes, int Looked, IReadOnlyList<Skipped> Unread)
{
    private static readonly string[] Places = ["exposure/private-address", "exposure/internal-host", "exposure/home-path"];

    public static ExposureSummary Of(Given given, Terminal terminal)
    {
        var operand = Paths.Existing(given, terminal)[0];
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(operand, terminal.Folder));
        if (!Directory.Exists(folder))
        {
            throw new UserException($"`{operand}` is no folder", "an assistant works in a folder: name that");
        }

        given.Add("preview", null);
        var setting = Setting.Of(given, terminal);
        var policy = setting.Policies.For(operand == "." ? "" : operand).Policy;
        var listing = ExposureListing.Of(new Engine.Configuration.Project(folder, terminal.Folder), policy, Setting.Files, terminal.Environment("HOME"), always: true)!;
        var tree = new FileTree([operand], new FileTreeOptions { WorkingFolder = terminal.Folder, Listing = listing, ReadIgnored = true });
        var result = setting.Scanner(ScanOptions.Threads(given)).Scan(tree);
        var view = ExposureView.Of(tree);
        return new ExposureSummary(
            view.Tools, FilesOf(result, view), [.. result.Active.Where(f => f.Rule.StartsWith("exposure/", StringComparison.Ordinal) && !Places.Contains(f.Rule))],
            result.Artifacts, [.. result.Skipped.Where(s => !s.Expected)]);
    }

    private static List<File> FilesOf(ScanResult result, ExposureView view)
    {
        var files = new List<File>();
        var found = result.Active.Where(f => !f.Rule.StartsWith("policy/", StringComparison.Ordinal)).GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        foreach (var path in found.Keys.Concat(view.Private).Where(p => !p.StartsWith("~/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal))
        {
            var inner = path.IndexOf("!/", StringComparison.Ordinal);
            var outer = inner < 0 ? path : path[..inner];
            var all = found.GetValueOrDefault(path) ?? [];
            var file = new File(
                path, view.PrivateBy(outer), Kinds(all, "secrets/", Level.Warning), Kinds(all, "privacy/", Level.Note),
                [.. all.Where(f => Places.Contains(f.Rule)).GroupBy(f => f.Rule).Select(g => (g.Key, g.Count()))], [.. view.Readers(outer).Select(t => t.Name)]);
            if (file.Secrets.Count + file.Personal.Count + file.Places.Count > 0 || file.PrivateBy is not null)
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static (string, int)[] Kinds(Finding[] findings, string family, Level least) =>
        [.. findings.Where(f => f.Rule.StartsWith(family, StringComparison.Ordinal) && f.Level >= least).GroupBy(f => f.Rule).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))];

    /// <summary>A file.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="PrivateBy">The line by which its name is private; null when it is not.</param>
    /// <param name="Secrets">Rules of secrets with how often each was met.</param>
    /// <param name="Personal">Rules of personal data.</param>
    /// <param name="Places">Rules of private hosts, addresses and paths.</param>
    /// <param name="Readers">The tools that may read it.</param>
    internal sealed record File(
        string Path, string? PrivateBy, IReadOnlyList<(string Rule, int Count)> Secrets, IReadOnlyList<(string Rule, int Count)> Personal, IReadOnlyList<(string Rule, int Count)> Places, IReadOnlyList<string> Readers)
    {
        /// <summary>The one change that closes it; null where no tool can read it.</summary>
        public string? Change => Readers.Count == 0 ? null
            : PrivateBy is not null ? (Readers is ["GitHub Copilot"] ? "move it out of the folder" : "`sallyport init --ignore-files --write` hides it")
            : Secrets.Count > 0 ? $"take the secret out (`sallyport explain {Secrets[0].Rule}`)"
            : Personal.Count > 0 ? (IsTable ? $"name it under `private:` in sallyport.yml, and work on `sallyport synthesize {Path}`" : "name it under `private:` in sallyport.yml")
            : "`sallyport redact` what is sent of it";

        /// <summary>How much there is to see.</summary>
        public int Weight => (Secrets.Sum(s => s.Count) * 100) + (Personal.Sum(p => p.Count) * 10) + Places.Sum(p => p.Count) + (PrivateBy is null ? 0 : 50);

        private bool IsTable => Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
    }
}
