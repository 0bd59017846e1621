using Sallyport.Core;

namespace Sallyport.Cli.Arguments;

/// <summary>Reads a command line against a command's options: <c>--name=value</c>, <c>--name value</c>, <c>-n value</c>, <c>--</c>.</summary>
internal static class ArgumentReader
{
    /// <summary>Reads <paramref name="arguments"/> from <paramref name="from"/> on; throws <see cref="UserException"/> for what the command does not know.</summary>
    public static Given Read(string command, Option[] options, string[] arguments, int from)
    {
        var given = new Given(command);
        for (var i = from; i < arguments.Length; i++)
        {
            var word = arguments[i];
            if (word == "--")
            {
                given.Operands.AddRange(arguments.AsSpan(i + 1));
                break;
            }

            if (word.Length < 2 || word[0] != '-')
            {
                given.Operands.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            var option = Find(options, name) ?? throw Unknown(command, options, name);
            var value = equals < 0 ? null : word[(equals + 1)..];
            if (option.Value is null && value is not null)
            {
                throw new UserException($"`{name}` takes no value", $"write `{name}` alone");
            }

            if (option.Value is not null && value is null && !option.Optional)
            {
                value = i + 1 < arguments.Length ? arguments[++i]
                    : throw new UserException($"`{name}` needs a value", $"write `{name} {option.Value}`");
            }

            Check(given, option, name, value);
            given.Add(option.Name, value);
        }

        return given;
    }

    private static void Check(Given given, Option option, string name, string? value)
    {
        if (!option.Repeats && option.Value is not null && given.Has(option.Name))
        {
            throw new UserException($"`{name}` stands more than once", "give it once");
        }

        if (value is not null && option is { Words: { } words, Open: false } && Array.IndexOf(words, value) < 0)
        {
            throw new UserException($"`{value}` is no value of `{name}`", Suggestion.Among(value, words, "") ?? $"use one of {string.Join(", ", words)}");
        }
    }

    private static Option? Find(Option[] options, string name)
    {
        foreach (var option in options)
        {
            if (name.Length == 2 ? name[1] == option.Short : name.AsSpan(2).SequenceEqual(option.Name) && name[1] == '-')
            {
                return option;
            }
        }

        return null;
    }

    private static UserException Unknown(string command, Option[] options, string name) => new(
        $"unknown option `{name}`",
        Suggestion.Among(name.TrimStart('-'), Array.ConvertAll(options, o => o.Name), "--") ?? $"`sallyport {command} --help` lists the options");
}
