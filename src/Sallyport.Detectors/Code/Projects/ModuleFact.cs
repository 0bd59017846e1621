using Sallyport.Core.Detection;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>One source file, lowered.</summary>
/// <param name="Path">The artifact's path.</param>
/// <param name="Module">What it holds.</param>
internal sealed record ModuleFact(string Path, Module Module) : Fact(Path);
