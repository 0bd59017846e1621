using Sallyport.Core.Text;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>A module that code asks for.</summary>
/// <param name="Name">As it is written: <c>a.b</c>, <c>@scope/x/y</c>, <c>github.com/x/y</c>.</param>
/// <param name="Span">Where.</param>
/// <param name="Optional">Whether the code goes on without it.</param>
internal readonly record struct ImportedModule(string Name, TextSpan Span, bool Optional = false);
