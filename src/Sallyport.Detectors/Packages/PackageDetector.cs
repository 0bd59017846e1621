using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Packages.Commands;
using Sallyport.Detectors.Packages.Imports;
using Sallyport.Registries;
using Sallyport.Registries.Index;
using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Packages;

/// <summary>Finds packages wherever a project names them: manifests, lock files, install commands, configurations of tools, imports.</summary>
public sealed class PackageDetector : IDetector, IProjectAnalysis
{
    private const int FromUnknown = 3; // a name of fewer letters resembles too much
    private readonly PackageReports _reports;
    private readonly Rule? _undeclared;

    /// <summary>Makes a detector that runs <paramref name="rules"/>.</summary>
    public PackageDetector(IEnumerable<Rule> rules)
    {
        _reports = new PackageReports(rules);
        _undeclared = _reports.Rule(PackageReports.Undeclared);
    }

    /// <summary>The family.</summary>
    public const string Name = "packages";

    /// <inheritdoc/>
    public string Family => Name;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        if (artifact.Kind == ArtifactKind.Command)
        {
            InstallText.Commands(artifact.Bytes.Span, 0, _reports, sink);
            return;
        }

        var form = InstallText.FormOf(artifact);
        if (form != TextForm.None)
        {
            InstallText.Read(artifact.Bytes.Span, form, _reports, sink);
        }

        if (artifact.Kind is not (ArtifactKind.File or ArtifactKind.Diff) || artifact.Window is { Start: not { Line: 1, Column: 1 } })
        {
            return;
        }

        if (ManifestKinds.Find(artifact.Path) is { } kind)
        {
            Manifest(artifact, kind, sink);
        }

        var language = form == TextForm.Notebook ? ImportLanguage.Python : ImportReader.LanguageOf(artifact.Path);
        if (language != ImportLanguage.None)
        {
            if (language == ImportLanguage.Python)
            {
                InlineRequirements.Read(artifact.Bytes.Span, _reports, sink);
            }

            if (_undeclared is not null && artifact.Commit is null && artifact.Scope is null)
            {
                sink.Note(ImportReader.Read(artifact.Path, language, artifact.Bytes.Span));
            }
        }
        else if (PathAliases.IsConfiguration(artifact.Path) && PathAliases.Read(artifact.Bytes.Span) is { Count: > 0 } aliases)
        {
            sink.Note(new ManifestFact(artifact.Path, Ecosystem.None, [], null, aliases));
        }
    }

    /// <inheritdoc/>
    public void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sink);
        if (_undeclared is null)
        {
            return;
        }

        Provided? provided = null;
        ImportResolver? resolver = null;
        foreach (var fact in facts)
        {
            if (fact is not ImportFact { Modules.Count: > 0 } import)
            {
                continue;
            }

            provided ??= new Provided(facts);
            resolver ??= new ImportResolver(provided, PackageIndex.Shipped);
            var ecosystem = ImportReader.EcosystemOf(import.Language);
            if (provided.Packages(ecosystem) is null)
            {
                continue; // without any manifest nothing is declared, and nothing undeclared
            }

            foreach (var module in import.Modules)
            {
                if (!module.Optional && module.Name.Length >= FromUnknown && resolver.Missing(import.Language, module.Name) is { } missing)
                {
                    sink.Report(import, Undeclared(_undeclared, module, missing, ecosystem));
                }
            }
        }
    }

    private static Detected Undeclared(Rule rule, ImportedModule module, string missing, Ecosystem ecosystem)
    {
        var judgement = new NameJudge(PackageIndex.Shipped).Judge(ecosystem, missing);
        var known = judgement.Verdict == PackageVerdict.Ok;
        var evidence = new List<string>(2) { $"no manifest or lock file here provides `{module.Name}`" };
        evidence.Add(known ? $"the popular package `{missing}` would"
            : judgement.Target is { } target ? $"`{missing}` is not known either; did you mean `{target}`?"
            : $"`{missing}` is not among the popular packages: `sallyport package verify {ecosystem.Word()}:{missing}` asks whether it exists");
        return new Detected(rule.Id, rule.Title, known ? Severity.Low : rule.Severity, rule.Confidence, module.Span, evidence);
    }

    private void Manifest(Artifact artifact, ManifestKind kind, IDetectionSink sink)
    {
        var manifest = kind.Read(artifact.Path, artifact.Bytes.Span);
        if (manifest.Fault is not null && manifest.Packages.Count == 0)
        {
            return; // another tool's file of the same name, or one that its own client refuses, too
        }

        var names = new List<string>(manifest.Packages.Count);
        foreach (var package in manifest.Packages)
        {
            names.Add(package.Name);
            if (package.Alias is not null)
            {
                names.Add(package.Alias);
            }

            if (package.Origin != PackageOrigin.Path && package.Name != manifest.Own)
            {
                _reports.Name(package, kind.IsLock, sink);
            }
        }

        ManifestChecks.Run(manifest, _reports, sink);
        if (_undeclared is not null && kind.Ecosystem <= Ecosystem.Maven | kind.Ecosystem == Ecosystem.Conda)
        {
            sink.Note(new ManifestFact(artifact.Path, kind.Ecosystem, names, manifest.Own, []));
        }
    }
}
