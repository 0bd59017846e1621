using System.Text;
using Sallyport.Core;
using Sallyport.Core.Files;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Engine.Configuration;

/// <summary>The rule pages that people bring: the same pages as ours, compiled once into the user's cache.</summary>
public sealed class UserRules(IFiles files, UserCache cache)
{
    private const string Version = "rules1";

    /// <summary>Where a project keeps its pages.</summary>
    public const string InProject = ".sallyport/rules";

    /// <summary>Adds the pages below <paramref name="folder"/> to <paramref name="rules"/>; a page of theirs stands in for one of ours with the same id.</summary>
    public RuleSet Add(RuleSet rules, string folder)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var pages = Read(folder);
        if (pages.Count == 0)
        {
            return rules;
        }

        var source = new MemoryStream();
        using var writer = new BinaryWriter(source);
        foreach (var (id, text) in pages)
        {
            writer.Write(id);
            writer.Write(text.Length);
            writer.Write(text);
        }

        return rules.With(RuleSet.Read(cache.Get(Version, source.GetBuffer().AsSpan(0, (int)source.Length), () => Compile(pages, folder))));
    }

    private List<(string Id, byte[] Text)> Read(string folder)
    {
        var pages = new List<(string, byte[])>();
        if (!files.IsFolder(folder))
        {
            return pages;
        }

        foreach (var file in files.Below(folder, ".md"))
        {
            var id = Path.GetRelativePath(folder, file)[..^3].Replace('\\', '/');
            if (id.Contains('/', StringComparison.Ordinal) && files.Read(file) is { } text)
            {
                pages.Add((id, text));
            }
        }

        return pages;
    }

    private static byte[] Compile(List<(string Id, byte[] Text)> pages, string folder)
    {
        try
        {
            return RuleSetCompiler.Compile(pages.Select(p => Page(p.Id, p.Text)));
        }
        catch (RulePageException e)
        {
            throw new UserException($"{folder}/{WithExtension(e.Message)}", "rules/README.md says what a page holds");
        }
    }

    // A message begins with the id of its page.
    private static string WithExtension(string message) => message.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? $"{message[..colon]}.md{message[colon..]}" : message;

    private static RulePage Page(string id, byte[] text)
    {
        var page = RulePageParser.Parse(id, Encoding.UTF8.GetString(text));
        RulePageValidator.Check(page);
        return !BuiltInDetectors.Families.Contains(page.Family) ? throw new RulePageException($"{id}: no detector runs the family `{page.Family}`; there is {string.Join(", ", BuiltInDetectors.Families)}")
            : page.Match.Token is null ? throw new RulePageException($"{id}: a page of your own matches by `token`")
            : page;
    }
}
