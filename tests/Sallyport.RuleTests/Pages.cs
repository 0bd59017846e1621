using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>The pages under <c>rules/</c>.</summary>
internal static class Pages
{
    public static IReadOnlyList<RulePage> All { get; } = Read();

    private static RulePage[] Read()
    {
        var root = Path.Combine(Repository.Root, "rules");
        return [.. Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != root)
            .Order(StringComparer.Ordinal)
            .Select(file => RulePageParser.Parse(Path.ChangeExtension(Path.GetRelativePath(root, file), null), File.ReadAllText(file)))];
    }
}
