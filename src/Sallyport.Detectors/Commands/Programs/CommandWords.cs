using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Programs;

/// <summary>A command's arguments, told apart: options, their values, operands.</summary>
internal sealed class CommandWords
{
    private readonly List<(Value Value, bool AfterOption)> _operands = [];
    private readonly List<string> _options = [];
    private readonly IReadOnlyList<string> _values;
    private readonly bool _abbreviates;

    public CommandWords(IReadOnlyList<Value> arguments, IReadOnlyList<string> values, bool abbreviates)
    {
        Arguments = arguments;
        _values = values;
        _abbreviates = abbreviates;
        var last = false;
        for (var i = 1; i < arguments.Count; i++)
        {
            var text = arguments[i].Prefix;
            if (text == "--" && i == 1 && abbreviates)
            {
                continue;
            }

            if (text is "-exec" or "-execdir" or "-ok" or "-okdir")
            {
                while (i + 1 < arguments.Count && arguments[i].Text is not (";" or "+"))
                {
                    i++;
                }

                continue;
            }

            if (text == "--")
            {
                HasDashes = true;
                for (i++; i < arguments.Count; i++)
                {
                    _operands.Add((arguments[i], false));
                }
            }
            else if (text.Length > 1 && (text[0] == '-' || (text[0] == '+' && text.Length == 2)))
            {
                _options.Add(text);
                last = !text.Contains('=', StringComparison.Ordinal);
                if (values.Contains(text) || (abbreviates && text.Length > 5 && values.Any(v => v.StartsWith(text, StringComparison.Ordinal) && v.StartsWith("--", StringComparison.Ordinal))))
                {
                    i++;
                    last = false;
                }
            }
            else
            {
                _operands.Add((arguments[i], last));
                last = false;
            }
        }

        Operands = _operands.ConvertAll(o => o.Value);
    }

    public IReadOnlyList<Value> Arguments { get; }

    public IReadOnlyList<Value> Operands { get; }

    public IReadOnlyList<string> Options => _options;

    private bool HasDashes { get; }

    /// <summary>Whether an option stands there: as it is, with a value, in a cluster of letters, or shortened where the program allows that.</summary>
    public bool Has(string option)
    {
        if (option == "--")
        {
            return HasDashes;
        }

        foreach (var given in _options)
        {
            if (given == option || (given.StartsWith(option, StringComparison.Ordinal) && given.Length > option.Length && given[option.Length] is '=' or ':'))
            {
                return true;
            }

            if (option.Length == 2 && option[0] == '-' && given[1] != '-' && InCluster(given, option[1]))
            {
                return true;
            }

            if (_abbreviates && given.Length > 3 && given.StartsWith("--", StringComparison.Ordinal) && option.StartsWith(given.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? given[..equals] : given, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var (value, _) in _operands)
        {
            // Options of other systems: `/s`, and ones that are written without a dash.
            if (option[0] == '/' && value.Known.Equals(option, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Letters behind one that takes a value are that value.
    private bool InCluster(string given, char letter)
    {
        for (var i = 1; i < given.Length && char.IsAsciiLetterOrDigit(given[i]); i++)
        {
            if (given[i] == letter)
            {
                return given.Length < 9 || i == 1;
            }

            if (_values.Contains("-" + given[i]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the operands hold these words in order; between them only what may be an option's value. Gives what follows.</summary>
    public bool Subcommand(IReadOnlyList<string[]> words, out IReadOnlyList<Value> rest)
    {
        rest = [];
        var word = 0;
        for (var i = 0; i < _operands.Count; i++)
        {
            var text = _operands[i].Value.Text;
            if (text is not null && Array.Exists(words[word], w => Wildcard.Fits(w, text)))
            {
                if (++word == words.Count)
                {
                    rest = _operands.GetRange(i + 1, _operands.Count - i - 1).ConvertAll(o => o.Value);
                    return true;
                }
            }
            else if (!_operands[i].AfterOption)
            {
                return false;
            }
        }

        return false;
    }

    public bool AnyArgument(IReadOnlyList<string> wanted)
    {
        for (var i = 1; i < Arguments.Count; i++)
        {
            var text = Arguments[i].Prefix;
            foreach (var word in wanted)
            {
                if (Wildcard.Fits(word, text) || (!char.IsLetterOrDigit(word[^1]) && word is not ("." or "-") && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) || text.StartsWith(word + "=", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool AnyContains(IReadOnlyList<string> wanted)
    {
        for (var i = 1; i < Arguments.Count; i++)
        {
            var text = Arguments[i].Known;
            foreach (var word in wanted)
            {
                if (text.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The value of an option: in the next word, after <c>=</c>, or attached.</summary>
    public Value? OptionValue(string option)
    {
        for (var i = 1; i < Arguments.Count; i++)
        {
            var text = Arguments[i].Prefix;
            if (text == option)
            {
                return i + 1 < Arguments.Count ? Arguments[i + 1] : null;
            }

            if (text.StartsWith(option, StringComparison.Ordinal) && text.Length > option.Length && (option.Length == 2 || text[option.Length] == '='))
            {
                return Tail(Arguments[i], option.Length + (text[option.Length] == '=' ? 1 : 0));
            }
        }

        return null;
    }

    /// <summary>A value without its first characters.</summary>
    public static Value Tail(Value value, int characters)
    {
        var pieces = new List<Piece>(value.Pieces.Count);
        foreach (var piece in value.Pieces)
        {
            var cut = piece.Kind is PieceKind.Literal or PieceKind.Glob ? Math.Min(characters, piece.Text.Length) : 0;
            characters -= cut;
            if (piece.Kind is not (PieceKind.Literal or PieceKind.Glob) || cut < piece.Text.Length)
            {
                pieces.Add(cut == 0 ? piece : piece with { Text = piece.Text[cut..] });
            }
        }

        return new Value(pieces);
    }
}
