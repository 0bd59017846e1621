using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Registries;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>A judge that asks registries, for as long as the process lives.</summary>
internal static class OnlineJudge
{
    public static Func<Ecosystem, string, string?, PackageJudgement> Of(Given given, Terminal terminal)
    {
        var judge = VerifyCommand.Judge(given, terminal, VerifyCommand.Web(given, terminal));
        return (ecosystem, name, version) => judge.Judge(ecosystem, name, version);
    }
}
