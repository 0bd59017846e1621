using System.Runtime.CompilerServices;

namespace Sallyport.Reports.Tests;

/// <summary>Finds the repository's folders from where this file was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
