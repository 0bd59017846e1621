using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Verdicts;
using Sallyport.Registries.Web;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package verify</c>: asks registries about names, or about everything a file names or imports.</summary>
internal static class VerifyCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static int Run(Given given, Terminal terminal)
    {
        var subjects = VerifySubjects.Of(given, terminal);
        if (subjects.Count == 0)
        {
            terminal.Error.WriteLine("no packages are named there");
            return ExitCode.Clean;
        }

        using var web = Web(given, terminal);
        var judge = Judge(given, terminal, web);
        var judgements = subjects.ConvertAll(s => judge.Judge(s.Ecosystem, s.Name, s.Version, s.Extras));
        if (given.Value("format") == "json")
        {
            VerifyReport.Json(judgements, terminal);
        }
        else
        {
            VerifyReport.Text(judgements, terminal);
        }

        return judgements.TrueForAll(j => j.Verdict == PackageVerdict.Ok) ? ExitCode.Clean : ExitCode.Findings;
    }

    public static HttpWeb Web(Given given, Terminal terminal)
    {
        var cache = given.Has("no-cache") || new UserFolders(terminal).Cache is not { } folder ? null : new WebCache(Path.Combine(folder, "registries"), Setting.Files, terminal.Time);
        return new HttpWeb(given.Value("timeout") is { } text && int.TryParse(text, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : Patience, cache);
    }

    public static RegistryJudge Judge(Given given, Terminal terminal, IWeb web) =>
        new(UserIndex.Load(terminal), new RegistryClients(Surroundings.Of(terminal), web), terminal.Time) { MinimumAge = MinimumAge(given) };

    /// <summary>The age under which a version is young: <c>--min-age HOURS</c>, 72 unless given.</summary>
    public static TimeSpan MinimumAge(Given given) => given.Value("min-age") is not { } text ? TimeSpan.FromHours(72)
        : int.TryParse(text, out var hours) && hours >= 0 ? TimeSpan.FromHours(hours)
        : throw new UserException($"`{text}` is no number of hours", "write `--min-age 72`");
}
