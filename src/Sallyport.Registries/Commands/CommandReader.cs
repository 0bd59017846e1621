using Sallyport.Core.Text;
using Sallyport.Registries.Manifests;

namespace Sallyport.Registries.Commands;

/// <summary>Goes through the words behind a client's name: options with their values, and operands.</summary>
internal sealed class CommandReader(IReadOnlyList<CommandWord> words, int at, string optionsWithValue)
{
    private static readonly System.Buffers.SearchValues<char> Replaced = System.Buffers.SearchValues.Create("<>{}$…\"'`\\,");
    private readonly HashSet<string> _valued = [.. optionsWithValue.Split(' ')];

    /// <summary>The next word that is no option; the options on the way go to <paramref name="option"/>. Null at the end.</summary>
    public CommandWord? Operand(Action<string, CommandWord>? option = null)
    {
        while (at < words.Count)
        {
            var word = words[at++];
            if (word.Text is "--" or "\\")
            {
                continue;
            }

            if (word.Text.Length < 2 || word.Text[0] != '-')
            {
                if (word.Text.Length == 1 && word.Text[0] == '-')
                {
                    continue;
                }

                if (word.Text[0] is '>' or '<' || (word.Text[0] is '1' or '2' && word.Text.Length > 1 && word.Text[1] == '>'))
                {
                    at += word.Text.Length <= 2 ? 1 : 0;
                    continue;
                }

                return word;
            }

            var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word.Text : word.Text[..equals];
            if (equals >= 0)
            {
                option?.Invoke(name, new CommandWord(word.Text[(equals + 1)..], new TextSpan(word.Span.Start + equals + 1, Math.Max(0, word.Span.Length - equals - 1)), word.Plain));
            }
            else if (_valued.Contains(name) && at < words.Count)
            {
                option?.Invoke(name, words[at++]);
            }
            else
            {
                option?.Invoke(name, new CommandWord("", word.Span));
            }
        }

        return null;
    }

    /// <summary>Whether a word can be the name of a package as it stands, not a variable, a placeholder or a path.</summary>
    public static bool IsName(CommandWord word) =>
        word.Plain && word.Text.Length > 1 && word.Text[0] is not ('.' or '/' or '~' or '<' or '[' or '%' or '…' or '(') && !word.Text.AsSpan().ContainsAny(Replaced) && !word.Text.EndsWith("...", StringComparison.Ordinal);

    /// <summary>`name@version`, scope allowed.</summary>
    public static PackageReference Versioned(Ecosystem ecosystem, CommandWord word, char separator = '@')
    {
        var split = word.Text.IndexOf(separator, 1);
        var name = split < 0 ? word.Text : word.Text[..split];
        return new PackageReference(ecosystem, name, split < 0 ? null : word.Text[(split + 1)..], new TextSpan(word.Span.Start, Math.Min(name.Length, word.Span.Length)));
    }
}
