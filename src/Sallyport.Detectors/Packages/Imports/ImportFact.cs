using Sallyport.Core.Detection;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>What a source file imports, and what it offers to others.</summary>
/// <param name="Path">The file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Modules">What it imports, each module once.</param>
/// <param name="Offers">Modules, namespaces or packages that it declares.</param>
internal sealed record ImportFact(string Path, ImportLanguage Language, IReadOnlyList<ImportedModule> Modules, IReadOnlyList<string> Offers) : Fact(Path);
