namespace Sallyport.Syntax.Shell.PowerShell;

/// <summary>Aliases and parameters of PowerShell's own commands.</summary>
internal static class CmdletNames
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["rm"] = "remove-item", ["ri"] = "remove-item", ["del"] = "remove-item", ["erase"] = "remove-item", ["rd"] = "remove-item", ["rmdir"] = "remove-item",
        ["cp"] = "copy-item", ["copy"] = "copy-item", ["cpi"] = "copy-item", ["mv"] = "move-item", ["move"] = "move-item", ["mi"] = "move-item", ["ren"] = "rename-item", ["rni"] = "rename-item",
        ["cat"] = "get-content", ["gc"] = "get-content", ["type"] = "get-content", ["sc"] = "set-content", ["ac"] = "add-content", ["clc"] = "clear-content", ["cli"] = "clear-item",
        ["ls"] = "get-childitem", ["dir"] = "get-childitem", ["gci"] = "get-childitem", ["gi"] = "get-item", ["ni"] = "new-item", ["md"] = "new-item", ["mkdir"] = "new-item",
        ["cd"] = "set-location", ["chdir"] = "set-location", ["sl"] = "set-location", ["pushd"] = "set-location", ["popd"] = "pop-location", ["pwd"] = "get-location",
        ["echo"] = "write-output", ["write"] = "write-output", ["tee"] = "tee-object", ["iex"] = "invoke-expression", ["icm"] = "invoke-command", ["iwr"] = "invoke-webrequest",
        ["curl"] = "invoke-webrequest", ["wget"] = "invoke-webrequest", ["irm"] = "invoke-restmethod", ["saps"] = "start-process", ["start"] = "start-process", ["sajb"] = "start-job",
        ["kill"] = "stop-process", ["spps"] = "stop-process", ["ps"] = "get-process", ["gps"] = "get-process", ["sal"] = "set-alias", ["nal"] = "new-alias", ["sp"] = "set-itemproperty",
        ["rp"] = "remove-itemproperty", ["si"] = "set-item", ["%"] = "foreach-object", ["foreach"] = "foreach-object", ["?"] = "where-object", ["where"] = "where-object",
        ["select"] = "select-object", ["sort"] = "sort-object", ["measure"] = "measure-object", ["sls"] = "select-string", ["sasv"] = "start-service", ["spsv"] = "stop-service",
        ["clear"] = "clear-host", ["cls"] = "clear-host", ["h"] = "get-history", ["history"] = "get-history", ["set"] = "set-variable", ["sv"] = "set-variable", ["gv"] = "get-variable",
        ["ii"] = "invoke-item", ["nsn"] = "new-pssession", ["etsn"] = "enter-pssession", ["iwmi"] = "invoke-wmimethod", ["rwmi"] = "remove-wmiobject", ["rv"] = "remove-variable", ["ipmo"] = "import-module",
    };

    private static readonly string[] Parameters =
    [
        "-recurse", "-force", "-path", "-literalpath", "-confirm", "-whatif", "-filter", "-include", "-exclude", "-erroraction", "-destination", "-value", "-uri", "-outfile", "-infile", "-body", "-method",
        "-headers", "-computername", "-name", "-scriptblock", "-filepath", "-argumentlist", "-verb", "-wait", "-windowstyle", "-encoding", "-itemtype", "-passthru", "-append", "-newname", "-asjob",
    ];

    /// <summary>The command behind a name, in lower case.</summary>
    public static string Canonical(string name)
    {
        var slash = name.LastIndexOfAny(['\\', '/']);
        var last = slash >= 0 && name.AsSpan(0, slash).Contains('.') && !name.Contains(':', StringComparison.Ordinal) ? name[(slash + 1)..] : name;
        return Aliases.GetValueOrDefault(last) ?? (last.Contains('-', StringComparison.Ordinal) ? last.ToLowerInvariant() : last);
    }

    /// <summary>Whether a name in lower case is a command of PowerShell's own: a verb and a noun.</summary>
    public static bool IsCmdlet(string name) => name.IndexOf('-', StringComparison.Ordinal) is > 1 and var dash && dash < name.Length - 2 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>A parameter by its full name: PowerShell takes any beginning that is clear.</summary>
    public static string Parameter(string given)
    {
        var lower = given.ToLowerInvariant();
        if (lower is "-r" or "-fo" or "-f" or "-s")
        {
            return lower switch { "-r" or "-s" => "-recurse", _ => "-force" };
        }

        foreach (var parameter in Parameters)
        {
            if (lower.Length > 2 && parameter.StartsWith(lower, StringComparison.Ordinal))
            {
                return parameter;
            }
        }

        return lower;
    }
}
