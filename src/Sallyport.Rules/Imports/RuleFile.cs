namespace Sallyport.Rules.Imports;

/// <summary>A rule file of another tool.</summary>
/// <param name="Shown">As messages and findings name it.</param>
/// <param name="Location">Where it lies.</param>
public readonly record struct RuleFile(string Shown, string Location)
{
    /// <summary>A file that this one names, by a path from its own folder.</summary>
    public RuleFile Beside(string path) => new(Join(Shown, path), Join(Location, path));

    private static string Join(string file, string path) => Path.Combine(Path.GetDirectoryName(file) ?? "", path);
}
