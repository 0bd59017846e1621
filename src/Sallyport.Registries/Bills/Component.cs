using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Bills;

/// <summary>One package in a bill of materials.</summary>
/// <param name="Package">The package.</param>
/// <param name="Judgement">What is thought of it.</param>
/// <param name="Files">The files that name it, sorted.</param>
public sealed record Component(PackageReference Package, PackageJudgement Judgement, IReadOnlyList<string> Files)
{
    /// <summary>Its package URL.</summary>
    public string Purl => PackageUrl.Of(Package.Ecosystem, Package.Name, Package.Version);
}
