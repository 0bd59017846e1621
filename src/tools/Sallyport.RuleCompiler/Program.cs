using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleCompiler;

/// <summary>Compiles rule pages into the binary resource that the engine embeds.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not ["compile", var rules, var output])
        {
            Console.Error.WriteLine("usage: Sallyport.RuleCompiler compile RULES_FOLDER OUTPUT_FILE");
            return 2;
        }

        var pages = new List<RulePage>();
        var failed = false;
        foreach (var (id, text) in PageFolder.Read(rules))
        {
            try
            {
                var page = RulePageParser.Parse(id, text);
                RulePageValidator.Check(page);
                RuleSetCompiler.Check(page);
                pages.Add(page);
            }
            catch (RulePageException e)
            {
                failed = true;
                Console.Error.WriteLine($"rules/{id}.md : error SPR001: {e.Message}");
            }
        }

        if (failed)
        {
            return 1;
        }

        File.WriteAllBytes(output, RuleSetCompiler.Compile(pages));
        return 0;
    }
}
