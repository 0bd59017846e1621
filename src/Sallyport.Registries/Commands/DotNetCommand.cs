namespace Sallyport.Registries.Commands;

/// <summary>dotnet, nuget, dnx, and PowerShell's Install-Package.</summary>
internal static class DotNetCommand
{
    private const string Valued = "-v --version -s --source -f --framework --package-directory --tool-path --configfile --add-source -Version -Source -OutputDirectory -ProjectName --project --interactive-mode";

    public static InstallRequest? Read(string program, IReadOnlyList<CommandWord> words, int at)
    {
        var request = new InstallRequest { Client = program, Ecosystem = Ecosystem.NuGet };
        var reader = new CommandReader(words, at, Valued);
        string? version = null;
        if (program is "dotnet")
        {
            var verb = reader.Operand(Option)?.Text;
            var second = verb is "add" or "package" or "tool" or "new" ? reader.Operand(Option)?.Text : null;
            second = verb == "add" && second is not (null or "package") ? reader.Operand(Option)?.Text : second;
            if (!((verb, second) is ("add", "package") or ("package", "add") or ("tool", "install" or "update" or "exec" or "execute" or "run") or ("new", "install")) || (verb, second) is ("tool", "run"))
            {
                return null;
            }
        }
        else if (program is "nuget" && reader.Operand(Option)?.Text != "install")
        {
            return null;
        }

        var word = reader.Operand(Option);
        while (reader.Operand(Option) is not null)
        {
        }

        if (word is { } name && CommandReader.IsName(name) && !name.Text.EndsWith(".config", StringComparison.Ordinal) && !name.Text.Contains('/', StringComparison.Ordinal))
        {
            var reference = CommandReader.Versioned(Ecosystem.NuGet, name, name.Text.Contains("::", StringComparison.Ordinal) ? ':' : '@');
            request.Packages.Add(reference with { Version = reference.Version?.TrimStart(':') ?? version });
        }

        return request;

        void Option(string option, CommandWord value)
        {
            if (option is "-v" or "--version" or "-Version")
            {
                version = value.Text;
            }
            else if (option is "-s" or "--source" or "--add-source" or "-Source")
            {
                request.Sources.Add((value.Text, value.Span, option == "--add-source"));
            }
        }
    }
}
