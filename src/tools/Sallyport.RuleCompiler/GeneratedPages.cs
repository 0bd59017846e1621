namespace Sallyport.RuleCompiler;

/// <summary>The documentation that is generated from pages; with <c>--check</c> it is compared instead of written.</summary>
internal static class GeneratedPages
{
    public static int Write(Repository repository, string root, bool check)
    {
        var stale = 0;
        foreach (var (name, text) in new[] { ("docs/rules.md", RuleIndex.Render(repository)), ("docs/threat-matrix.md", ThreatMatrix.Render(repository)) })
        {
            var file = Path.Combine(root, name);
            if (File.Exists(file) && File.ReadAllText(file) == text)
            {
                continue;
            }

            if (check)
            {
                stale++;
                Console.Error.WriteLine($"{name} is not what the pages say\nhint: run `eng/docs` and commit the result");
            }
            else
            {
                File.WriteAllText(file, text);
            }
        }

        return stale == 0 ? 0 : 1;
    }
}
