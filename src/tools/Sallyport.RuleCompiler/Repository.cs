using Sallyport.Rules.Compiled;
using Sallyport.Rules.Models;
using Sallyport.Rules.Pages;
using Sallyport.Rules.Threats;

namespace Sallyport.RuleCompiler;

/// <summary>All rule and threat pages of the repository, checked against each other.</summary>
internal sealed record Repository(IReadOnlyList<RulePage> Rules, IReadOnlyList<ThreatPage> Threats, IReadOnlyList<ModelFile> Models)
{
    /// <summary>Reads the pages; tells of every faulty one, and gives null when there was any.</summary>
    public static Repository? Read(string root, TextWriter errors)
    {
        var failed = false;
        var threats = All("threats", ThreatPageParser.Parse);
        var known = threats.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var rules = All("rules", (id, text) => Check(RulePageParser.Parse(id, text), known));
        var models = AllModels();
        return failed ? null : new(rules, threats, models);

        List<ModelFile> AllModels()
        {
            var files = new List<ModelFile>();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "rules/code/models"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                try
                {
                    files.Add(ModelFile.Parse(Path.GetRelativePath(root, file), Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file)));
                }
                catch (RulePageException e)
                {
                    failed = true;
                    errors.WriteLine($"{e.Message.Replace(": ", " : error SPR002: ", StringComparison.Ordinal)}");
                }
            }

            return files;
        }

        List<T> All<T>(string folder, Func<string, string, T> parse)
        {
            var pages = new List<T>();
            foreach (var (id, text) in PageFolder.Read(Path.Combine(root, folder)))
            {
                try
                {
                    pages.Add(parse(id, text));
                }
                catch (RulePageException e)
                {
                    failed = true;
                    errors.WriteLine($"{folder}/{id}.md : error SPR001: {e.Message}");
                }
            }

            return pages;
        }
    }

    /// <summary>Writes <c>rules.bin</c>, <c>models.bin</c> and <c>threats.bin</c>.</summary>
    public int Compile(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "rules.bin"), RuleSetCompiler.Compile(Rules));
        File.WriteAllBytes(Path.Combine(folder, "models.bin"), ModelSet.Compile(Models));
        File.WriteAllBytes(Path.Combine(folder, "threats.bin"), ThreatCatalogue.Compile(Threats));
        return 0;
    }

    private static RulePage Check(RulePage page, HashSet<string> threats)
    {
        RulePageValidator.Check(page);
        RuleSetCompiler.Check(page);
        return page.Threats.FirstOrDefault(t => !threats.Contains(t)) is { } unknown
            ? throw new RulePageException($"{page.Id}: `threats` names `{unknown}`, which is not a page under threats/")
            : page;
    }
}
