using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Evaluation;
using Sallyport.Detectors.Code.Projects;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Models;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;

namespace Sallyport.Detectors.Code;

/// <summary>Finds vulnerable code: follows what others write to where it does harm, across functions and files, without a build.</summary>
public sealed class CodeDetector(IEnumerable<Rule> rules, Func<ModelSet> models) : IDetector, IProjectAnalysis
{
    /// <summary>The rule family.</summary>
    public const string Name = "code";

    private readonly Rule[] _rules = [.. rules.Where(r => r.Family == Name)];

    /// <inheritdoc />
    public string Family => Name;

    /// <inheritdoc />
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        if (artifact.Kind is not (ArtifactKind.File or ArtifactKind.Diff or ArtifactKind.ModelOutput) || artifact.Window is not null
            || SourceFiles.Language(artifact.Path) is not { } language || !SourceFiles.MayHold(artifact.Bytes.Span))
        {
            return;
        }

        if (SourceFiles.IsGenerated(artifact.Bytes.Span))
        {
            sink.Skip(new Skipped(artifact.Path, "generated or minified code is not analysed", Expected: true));
            return;
        }

        if (language.TryLower(artifact.Path, artifact.Bytes, out var module, out var reason))
        {
            sink.Note(new ModuleFact(artifact.Path, module));
        }
        else
        {
            sink.Skip(new Skipped(artifact.Path, reason));
        }
    }

    /// <inheritdoc />
    public void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sink);
        foreach (var language in facts.OfType<ModuleFact>().GroupBy(f => f.Module.Language))
        {
            var project = new Project([.. language]);
            var api = new ApiModel(models().Of(language.Key.ToString().ToLowerInvariant()));
            Evaluate(project, api, sink);
        }
    }

    private void Evaluate(Project project, ApiModel api, IProjectSink sink)
    {
        var weaknesses = new Weaknesses(_rules);
        var runs = new ProjectRun(project, api, weaknesses);
        runs.Run();
        foreach (var (module, detected) in weaknesses.All)
        {
            sink.Report(project.Fact(module), detected);
        }

        foreach (var module in weaknesses.Incomplete)
        {
            sink.Skip(new Skipped(module.Path, "the flow of data was not followed to its end: the code takes too much work", Expected: true));
        }
    }
}
