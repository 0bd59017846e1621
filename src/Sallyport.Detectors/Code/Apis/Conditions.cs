using System.Globalization;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;

namespace Sallyport.Detectors.Code.Apis;

/// <summary>Decides the conditions of a model's entry by what is known of the arguments.</summary>
internal static class Conditions
{
    public static bool Hold(ModelEntry entry, CallArguments arguments, State state)
    {
        foreach (var condition in entry.Conditions)
        {
            if (!Holds(condition, Part(arguments.Find(condition.Argument), condition.Argument.Field, state), state))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(ModelCondition condition, Value? value, State state) => condition.Test switch
    {
        ConditionTest.Present => value is not null,
        ConditionTest.Absent => value is null,
        ConditionTest.Is => value is not null && Equal(value, condition.Value),
        ConditionTest.IsNot => value is null || !Equal(value, condition.Value),
        ConditionTest.Constant => value?.ConstantText is { Length: > 0 },
        ConditionTest.Has => value is not null && Any(condition.Value, v => value.ConstantText?.Contains(v, StringComparison.OrdinalIgnoreCase) ?? false),
        ConditionTest.Starts => value is not null && Any(condition.Value, v => value.Prefix?.StartsWith(v, StringComparison.OrdinalIgnoreCase) ?? false),
        ConditionTest.Below => value?.Constant is double number && number < Read(condition.Value),
        ConditionTest.Bits => value?.Constant is double bits && bits is >= 0 and < int.MaxValue && ((int)bits & (int)Read(condition.Value)) != 0,
        ConditionTest.Text => value is not null && !Exists(value, state, static c => c.Kind is CellKind.List or CellKind.Map or CellKind.Set),
        ConditionTest.Shell => value is not null && Exists(value, state, static c => c.Kind == CellKind.List && (c.Items is not [var first, ..] || IsShell(first))),
        ConditionTest.Unknown => value is { IsConstant: false },
        _ => false,
    };

    // A part of an object whose contents are known; of any other nothing is known, which is not the same as absent.
    public static Value? Part(Value? value, string field, State state)
    {
        if (field.Length == 0 || value is null)
        {
            return value;
        }

        if (field.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            return Part(Part(value, field[..dot], state), field[(dot + 1)..], state);
        }

        foreach (var reference in value.References)
        {
            if (state.Find(reference) is { } cell)
            {
                return cell.Fields.TryGetValue(field, out var part) ? part
                    : int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && cell.Items is not null && at < cell.Items.Count ? cell.Items[at]
                    : null;
            }
        }

        return null;
    }

    private static bool Exists(Value value, State state, Func<Cell, bool> holds)
    {
        foreach (var reference in value.References)
        {
            if (state.Find(reference) is { } cell && holds(cell))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShell(Value program) => program.Taint is not null
        || (program.ConstantText is { } text ? IsShell(text) : Array.Exists(program.Options, IsShell));

    private static bool IsShell(string program) => program[(program.LastIndexOfAny(['/', '\\']) + 1)..] is "sh" or "bash" or "zsh" or "dash" or "ksh" or "cmd" or "cmd.exe" or "powershell" or "powershell.exe" or "pwsh" or "ssh" or "su";

    // A word is a truth value, a number, nothing, a quoted text, or else a qualified name.
    private static bool Equal(Value value, string words) => Any(words, word => word switch
    {
        "true" => value.Constant is true,
        "false" => value.Constant is false,
        "none" => value.IsConstant && value.Constant is null,
        "''" => value.ConstantText is { Length: 0 },
        ['\'', .., '\''] => string.Equals(value.ConstantText, word[1..^1], StringComparison.OrdinalIgnoreCase),
        _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => value.Constant is double d && d == number,
        _ => value.Path == word,
    });

    private static bool Any(string words, Func<string, bool> holds)
    {
        foreach (var word in words.Split('|', StringSplitOptions.TrimEntries))
        {
            if (holds(word))
            {
                return true;
            }
        }

        return false;
    }

    private static double Read(string number) => number.StartsWith("0o", StringComparison.Ordinal)
        ? Convert.ToInt32(number[2..], 8)
        : double.Parse(number, CultureInfo.InvariantCulture);
}
