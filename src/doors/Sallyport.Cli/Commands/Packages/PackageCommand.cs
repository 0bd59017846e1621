using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package</c>: packages before they get in.</summary>
internal static class PackageCommand
{
    private static readonly string[] Kinds = ["verify", "index"];

    public static readonly Command Row = new(
        "package", "verify NAME… | index build", "Ask whether packages exist and can be trusted", Options, Run)
    {
        Words = Kinds,
    };

    private static Option[] Options() =>
    [
        new("from", "FOLDER", "index: where the lists lie") { Repeats = true },
        new("output", "FILE", "index build: the file to write"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var kind = given.Operands.Count > 0 ? given.Operands[0] : "";
        return kind switch
        {
            "index" => IndexCommand.Run(given, terminal),
            _ => throw new UserException(
                kind.Length == 0 ? "`package` needs a word" : $"`package` knows no `{kind}`",
                Suggestion.Among(kind, Kinds, "sallyport package ") ?? $"write `sallyport package {string.Join('|', Kinds)}`"),
        };
    }
}
