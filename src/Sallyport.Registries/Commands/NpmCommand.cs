using Sallyport.Registries.Manifests;
using Sallyport.Registries.Manifests.Kinds.Npm;

namespace Sallyport.Registries.Commands;

/// <summary>npm, npx, pnpm, yarn, bun, bunx.</summary>
internal static class NpmCommand
{
    private const string Valued = "-p --package --registry --prefix -w --workspace --cache --tag --userconfig --filter -F -C --dir --cwd -c --call --loglevel";

    public static InstallRequest? Read(string program, IReadOnlyList<CommandWord> words, int at)
    {
        var request = new InstallRequest { Client = program, Ecosystem = Ecosystem.Npm };
        var reader = new CommandReader(words, at, Valued);
        var (one, named, prefix) = (program is "npx" or "bunx" or "pnpx", false, "");
        if (!one)
        {
            var verb = reader.Operand(Option)?.Text;
            verb = program == "yarn" && verb == "global" ? reader.Operand(Option)?.Text : verb;
            one = verb is "exec" or "x" or "dlx" or "create" or "init" or "innit";
            prefix = verb is "create" or "init" or "innit" ? "create-" : "";
            if (!(verb is "add" or "dlx" or "create" || (program != "yarn" && verb is "install" or "i" or "in" or "ins" or "isntall" or "init" or "innit" or "update" or "up")
                || (program == "npm" && verb is "exec" or "x" or "install-test" or "it") || (program == "bun" && verb == "x")))
            {
                return null;
            }
        }

        while (reader.Operand(Option) is { } word)
        {
            if (one && named)
            {
                break; // -p named the package: this is the program in it
            }

            Add(word, prefix);
            if (one)
            {
                break;
            }
        }

        return request;

        void Option(string name, CommandWord value)
        {
            if (name is "-p" or "--package")
            {
                named = true;
                Add(value, "");
            }
            else if (name is "--registry")
            {
                request.Sources.Add((value.Text, value.Span, false));
            }
        }

        void Add(CommandWord word, string before)
        {
            var text = word.Text;
            var origin = NpmPlace.Origin(text.StartsWith('@') ? null : text.Contains("@npm:", StringComparison.Ordinal) ? null : text);
            if (origin is PackageOrigin.Git or PackageOrigin.Url && word.Plain && !(origin == PackageOrigin.Git && !text.Contains(':', StringComparison.Ordinal) && one))
            {
                request.Packages.Add(new PackageReference(Ecosystem.Npm, text, null, word.Span) { Origin = origin, Resolved = text });
            }
            else if (origin == PackageOrigin.Registry && CommandReader.IsName(word) && !text.EndsWith(".tgz", StringComparison.Ordinal))
            {
                var alias = text.IndexOf("@npm:", 1, StringComparison.Ordinal);
                var plain = alias > 0 ? new CommandWord(text[(alias + 5)..], new(word.Span.Start + alias + 5, word.Span.Length - alias - 5)) : word;
                var reference = CommandReader.Versioned(Ecosystem.Npm, plain);
                request.Packages.Add(before.Length == 0 ? reference : reference with { Name = Created(reference.Name) });
            }
        }
    }

    // `npm create vite` runs `create-vite`, `npm create @scope/app` runs `@scope/create-app`.
    private static string Created(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return name[0] != '@' ? "create-" + name : slash < 0 ? name + "/create" : $"{name[..(slash + 1)]}create-{name[(slash + 1)..]}";
    }
}
