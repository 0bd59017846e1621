using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Sandbox;
using Sallyport.Sandbox.Probes;

namespace Sallyport.Cli.Commands.Doctoring;

/// <summary><c>sallyport doctor sandbox</c>: every probe against a profile, as a table and as a signed report.</summary>
internal static class SandboxDoctor
{
    public static int Run(Given given, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        var profile = new ProfileCatalogue(folders.Configuration is { } own ? Path.Combine(own, "sandbox") : null).Find(given.Value("profile") ?? "default");
        var (backend, results) = new SandboxProof(terminal.Time).Run(profile, given.Value("backend"), given.Value("image") ?? "");
        var all = new List<ProbeResult>();
        foreach (var result in results)
        {
            all.Add(result);
            if (Colors.Progress(terminal))
            {
                terminal.Error.Write($"\r{all.Count} probes ");
            }
        }

        if (Colors.Progress(terminal))
        {
            terminal.Error.Write("\r                \r");
        }

        Table(all, backend, profile.Name, terminal);
        if (given.Value("report") is { } file)
        {
            ProofReport.Write(Path.GetFullPath(file, terminal.Folder), all, backend, profile.Name, terminal);
        }

        return all.Exists(r => r.Open) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static void Table(List<ProbeResult> all, string backend, string profile, Terminal terminal)
    {
        terminal.Out.WriteLine($"{"area",-10} {"probes",6} {"refused",8} {"intended",9} {"OPEN",5} {"possible outside",17}");
        foreach (var area in all.GroupBy(r => r.Area))
        {
            Row(area.Key, [.. area], terminal);
        }

        Row("all", all, terminal);
        foreach (var result in all.Where(r => r.Verdict != "refused"))
        {
            terminal.Out.WriteLine($"{result.Verdict}: {result.Area}: {result.Name}: {result.Detail}");
        }

        var unshown = all.Where(r => !r.Control).ToList();
        if (unshown.Count > 0)
        {
            terminal.Out.WriteLine($"not possible outside either, so not proven here: {string.Join("; ", unshown.Select(r => r.Name))}");
        }

        terminal.Out.WriteLine($"{backend}, profile {profile}: {(all.Exists(r => r.Open) ? "DOES NOT HOLD" : "holds")}");
    }

    private static void Row(string name, List<ProbeResult> results, Terminal terminal) => terminal.Out.WriteLine(
        $"{name,-10} {results.Count,6} {results.Count(r => r.Verdict == "refused"),8} {results.Count(r => r.Verdict == "intended"),9} {results.Count(r => r.Open),5} {results.Count(r => r.Control),17}");
}
