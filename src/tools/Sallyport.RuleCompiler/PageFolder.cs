namespace Sallyport.RuleCompiler;

/// <summary>Lists the pages of a folder by id.</summary>
internal static class PageFolder
{
    public static IEnumerable<(string Id, string Text)> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "README.md")
            .Select(file => (Id: Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'), File: file))
            .OrderBy(page => page.Id, StringComparer.Ordinal)
            .Select(page => (page.Id, File.ReadAllText(page.File)));
}
