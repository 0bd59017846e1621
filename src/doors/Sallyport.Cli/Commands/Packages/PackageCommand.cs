using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package</c>: packages before they get in.</summary>
internal static class PackageCommand
{
    private static readonly string[] Kinds = ["verify", "install", "shims", "sbom", "index"];

    public static readonly Command Row = new(
        "package", "verify NAME… | install -- CMD | shims on|off | sbom [FOLDER] | index update", "Ask whether packages exist and can be trusted", Options, Run)
    {
        Words = Kinds,
        Notes = """
            NAME: pypi:requests==2.32.0, npm:express@4, maven:group:artifact, or a file whose packages and imports are meant
            Exit codes: verify 0 every package is ok, 1 one is not; install passes on the client's own, 1 where something was refused
            Example: sallyport package install -- npm install express
            """,
    };

    private static Option[] Options() =>
    [
        new("ecosystem", "NAME", "verify: of names that say none") { Words = ["pypi", "npm", "nuget", "crates", "rubygems", "go", "maven"], Open = true },
        new("format", "FORMAT", "verify: text (default) or json; sbom: cyclonedx (default) or spdx") { Words = ["text", "json", "cyclonedx", "spdx"] },
        new("min-age", "HOURS", "Age under which a version is young (default 72)"),
        new("timeout", "SECONDS", "How long a registry may take (default 15)"),
        new("allow-direct", null, "install: let addresses and other indexes through"),
        new("no-cache", null, "Ask registries anew"),
        new("from", "FOLDER", "index: where the lists lie") { Repeats = true },
        new("output", "FILE", "sbom, index build: the file to write"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var kind = given.Operands.Count > 0 ? given.Operands[0] : "";
        return kind switch
        {
            "verify" => VerifyCommand.Run(given, terminal),
            "install" => InstallCommand.Run(given, terminal),
            "shims" => ShimsCommand.Run(given, terminal),
            "sbom" => SbomCommand.Run(given, terminal),
            "index" => IndexCommand.Run(given, terminal),
            _ => throw new UserException(
                kind.Length == 0 ? "`package` needs a word" : $"`package` knows no `{kind}`",
                Suggestion.Among(kind, Kinds, "sallyport package ") ?? $"write `sallyport package {string.Join('|', Kinds)}`"),
        };
    }
}
