using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Registries.Bills;
using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;
using Sallyport.Sources.Files;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package sbom</c>: a bill of materials of what manifests and lock files name.</summary>
internal static class SbomCommand
{
    public static int Run(Given given, Terminal terminal)
    {
        var root = given.Operands.Count > 1 ? given.Operands[1] : ".";
        var full = Path.GetFullPath(root, terminal.Folder);
        if (given.Operands.Count > 2 || !Directory.Exists(full))
        {
            throw new UserException($"`{root}` is no folder", "write `sallyport package sbom [FOLDER]`");
        }

        var index = UserIndex.Load(terminal);
        var reader = new Reader(new BillBuilder(new NameJudge(index)));
        foreach (var item in new FileTree(["."], new FileTreeOptions { WorkingFolder = full }).Items(reader))
        {
            if (ManifestKinds.Find(item.Path) is not null)
            {
                item.Open(reader);
            }
        }

        var components = reader.Builder.Build();
        var subject = Path.GetFileName(full.TrimEnd('/')) is { Length: > 0 } name ? name : "root";
        var bill = given.Value("format") == "spdx" ? Spdx.Write(subject, VersionText.Current, index.Made, components) : CycloneDx.Write(subject, VersionText.Current, components);
        if (given.Value("output") is { } output)
        {
            Setting.Files.Write(Path.GetFullPath(output, terminal.Folder), bill);
        }
        else
        {
            terminal.Flush();
            terminal.Output.Write(bill);
        }

        terminal.Error.WriteLine($"{components.Count} packages in {reader.Files} files");
        return reader.Faults == 0 ? ExitCode.Clean : ExitCode.Error;
    }

    private sealed class Reader(BillBuilder builder) : IArtifactSink
    {
        public BillBuilder Builder => builder;

        public int Files { get; private set; }

        public int Faults { get; private set; }

        public void Take(Artifact artifact)
        {
            if (ManifestKinds.Find(artifact.Path) is { } kind)
            {
                var manifest = kind.Read(artifact.Path, artifact.Bytes.Span);
                Files++;
                Faults += manifest.Fault is null ? 0 : 1;
                if (manifest.Fault is { } fault)
                {
                    Console.Error.WriteLine($"error: `{artifact.Path}` could not be read to the end: {fault}");
                }

                builder.Add(manifest);
            }
        }

        public void Skip(Skipped skipped)
        {
        }
    }
}
