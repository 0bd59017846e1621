using Sallyport.Core.Detection;
using Sallyport.Registries;

namespace Sallyport.Detectors.Packages;

/// <summary>What a manifest or lock file provides to the code around it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Ecosystem">Its ecosystem.</param>
/// <param name="Names">The packages it names.</param>
/// <param name="Own">The project's own name; null where it has none.</param>
/// <param name="Aliases">Names that imports may begin with instead: path aliases.</param>
internal sealed record ManifestFact(string Path, Ecosystem Ecosystem, IReadOnlyList<string> Names, string? Own, IReadOnlyList<string> Aliases) : Fact(Path);
