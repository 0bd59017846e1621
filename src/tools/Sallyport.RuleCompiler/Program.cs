namespace Sallyport.RuleCompiler;

/// <summary>Compiles the pages under <c>rules/</c> and <c>threats/</c>, and writes the documentation that is generated from them.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not ([ "compile", _, _ ] or [ "docs", _ ] or [ "docs", _, "--check" ]))
        {
            Console.Error.WriteLine("usage: Sallyport.RuleCompiler compile ROOT OUTPUT_FOLDER\n       Sallyport.RuleCompiler docs ROOT [--check]");
            return 2;
        }

        if (Repository.Read(arguments[1], Console.Error) is not { } repository)
        {
            return 1;
        }

        return arguments[0] == "compile" ? repository.Compile(arguments[2]) : GeneratedPages.Write(repository, arguments[1], check: arguments.Length == 3);
    }
}
