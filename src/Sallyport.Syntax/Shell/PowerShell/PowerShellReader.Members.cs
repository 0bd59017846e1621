using System.Globalization;
using System.Text;
using Sallyport.Syntax.Shell.Evaluation;

namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Types, their static members, and the methods of values.</content>
internal sealed partial class PowerShellReader
{
    /// <summary><c>[type]</c> before <c>::</c>, or a cast of what follows.</summary>
    private PowerShellValue TypeOrCast()
    {
        var depth = 0;
        var end = _at;
        for (; end < text.Length; end++)
        {
            depth += text[end] == '[' ? 1 : text[end] == ']' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        if (end >= text.Length)
        {
            Fail("`[` is not closed");
            return PowerShellValue.None;
        }

        var type = text[(_at + 1)..end].ToLowerInvariant().Trim();
        _at = end + 1;
        if (Here == ':' && Next == ':')
        {
            return PowerShellValue.None with { Type = type };
        }

        SkipBlanks();
        if (Here is ')' or ']' or ',' or ';' or '\n' or '\r' or '\0' or '|' or '}' or '-' or '=' or ' ')
        {
            return PowerShellValue.Of($"[{type}]");
        }

        var value = Postfix();
        return type switch
        {
            "char" or "system.char" => new PowerShellValue([.. value.Items.Select(Character)]),
            "char[]" => new PowerShellValue(value.Items.Count == 1 && !int.TryParse(value.Whole.Text, out _) ? [.. value.Whole.Known.Select(c => Value.Of(c.ToString()))] : [.. value.Items.Select(Character)]),
            "string" or "system.string" => PowerShellValue.Of(value.Items.Count > 1 ? Value.Of(string.Join(' ', value.Items.Select(i => i.Known))) : value.Whole),
            "scriptblock" => value.Script is null ? new PowerShellValue([], value.Whole.Known) : value,
            _ => value,
        };
    }

    private static Value Character(Value value) => int.TryParse(value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 ? Value.Of(((char)code).ToString()) : value;

    private PowerShellValue Method(PowerShellValue receiver, string name, List<PowerShellValue> arguments)
    {
        spend(8);
        var lower = name.ToLowerInvariant();
        var first = arguments.Count > 0 ? arguments[0] : PowerShellValue.None;
        if (receiver.Type.Length > 0)
        {
            return Static(receiver.Type, lower, first, arguments);
        }

        switch (lower)
        {
            case "replace" when arguments.Count > 1 && receiver.Whole.Text is { } subject && first.Whole.Text is { Length: > 0 } from:
                return PowerShellValue.Of(subject.Replace(from, arguments[1].Whole.Known, StringComparison.Ordinal));
            case "invoke" or "invokereturnasis":
                return receiver.Script is { } script ? PowerShellValue.Of(RunBlock(script)) : Run("invoke-item", receiver.Items);
            case "invokescript" or "invokecommand":
                return first.Script is { } block ? PowerShellValue.Of(RunBlock(block)) : Run("invoke-expression", first.Items);
            case "downloadstring" or "downloaddata" or "openread" or "getstringasync" or "getasync" or "getbytearrayasync":
                return Run("invoke-webrequest", first.Items);
            case "downloadfile":
                return Run("invoke-webrequest", [.. first.Items, Value.Of("-outfile"), .. arguments.Count > 1 ? arguments[1].Items : []]);
            case "uploadstring" or "uploaddata" or "uploadfile" or "uploadvalues" or "postasync" or "putasync":
                return Run("invoke-restmethod", [.. first.Items, Value.Of("-body"), .. arguments.Skip(1).SelectMany(a => a.Items)]);
            case "delete":
                return Run("remove-item", [.. receiver.Items, Value.Of("-force"), .. arguments.Count > 0 ? [Value.Of("-recurse")] : Array.Empty<Value>()]);
            case "substring" when receiver.Whole.Text is { } whole && int.TryParse(first.Whole.Text, out var start) && start >= 0 && start <= whole.Length:
                return PowerShellValue.Of(arguments.Count > 1 && int.TryParse(arguments[1].Whole.Text, out var length) && length >= 0 ? whole[start..Math.Min(whole.Length, start + length)] : whole[start..]);
            case "tolower" or "tolowerinvariant":
                return PowerShellValue.Of(receiver.Whole.Known.ToLowerInvariant());
            case "toupper" or "toupperinvariant":
                return PowerShellValue.Of(receiver.Whole.Known.ToUpperInvariant());
            case "split" when receiver.Whole.Text is { } source && first.Whole.Text is { Length: > 0 } separator:
                return new PowerShellValue([.. source.Split(separator[0]).Select(Value.Of)]);
            case "getstring" when arguments.Count == 1:
                return first;
            case "exec" or "run" or "shellexecute" or "create":
                return Run("start-process", [.. arguments.SelectMany(a => a.Items)]);
            case "connect":
                return Run("sallyport-connect", [.. arguments.SelectMany(a => a.Items)]);
            case "kill":
                return Run("stop-process", receiver.Items);
            default:
                return receiver with { Type = "" };
        }
    }

    private PowerShellValue Static(string type, string name, PowerShellValue first, List<PowerShellValue> arguments)
    {
        var brief = type[(type.LastIndexOf('.') + 1)..];
        switch (brief, name)
        {
            case ("convert", "frombase64string"):
                return PowerShellValue.Of(Decoders.Base64(first.Whole.Known)?.Replace("\0", "", StringComparison.Ordinal) ?? "");
            case ("encoding" or "unicode" or "utf8" or "ascii" or "utf7" or "utf32" or "default", "getstring"):
                return first;
            case ("scriptblock", "create"):
                return new PowerShellValue([], first.Whole.Known) { Type = "" };
            case ("string", "join") when arguments.Count > 1:
                return PowerShellValue.Of(string.Join(first.Whole.Known, arguments.Skip(1).SelectMany(a => a.Items).Select(i => i.Known)));
            case ("string", "concat"):
                return PowerShellValue.Of(string.Concat(arguments.SelectMany(a => a.Items).Select(i => i.Known)));
            case ("string", "format"):
                return PowerShellValue.Of(Formatted(first.Whole, [.. arguments.Skip(1).SelectMany(a => a.Items)]));
            case ("file" or "directory", "delete"):
                return Run("remove-item", [.. first.Items, Value.Of("-force"), .. brief == "directory" && arguments.Count > 1 ? [Value.Of("-recurse")] : Array.Empty<Value>()]);
            case ("file", "writealltext" or "writeallbytes" or "writealllines" or "appendalltext" or "create" or "openwrite"):
                return Run("set-content", [.. arguments.SelectMany(a => a.Items)]);
            case ("file", "readalltext" or "readallbytes" or "readalllines" or "openread"):
                return Run("get-content", first.Items);
            case ("file" or "directory", "move"):
                return Run("move-item", [.. arguments.SelectMany(a => a.Items)]);
            case ("process", "start"):
                return Run("start-process", [.. arguments.SelectMany(a => a.Items)]);
            case ("environment", "setenvironmentvariable"):
                return Run("set-environment", [.. arguments.SelectMany(a => a.Items)]);
            case ("environment", "getenvironmentvariable"):
                return PowerShellValue.Unknown(first.Whole.Known);
            case ("regex", "replace") when arguments.Count > 2 && first.Whole.Text is { } subject && arguments[1].Whole.Text is { Length: > 0 } from:
                return PowerShellValue.Of(subject.Replace(from, arguments[2].Whole.Known, StringComparison.Ordinal));
            case ("array", "reverse"):
                return first;
            case ("path", "combine"):
                return PowerShellValue.Of(string.Join('/', arguments.Select(a => a.Whole.Known)));
            case ("char", _) or ("tochar", _):
                return new PowerShellValue([.. first.Items.Select(Character)]);
            case ("convert", "tochar" or "tostring"):
                return new PowerShellValue([.. first.Items.Select(Character)]);
            case ("convert", "toint32" or "toint16" or "tobyte") when arguments.Count > 1 && arguments[1].Whole.Text == "16":
                return int.TryParse(first.Whole.Known.Replace("0x", "", StringComparison.OrdinalIgnoreCase), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? PowerShellValue.Of(number.ToString(CultureInfo.InvariantCulture)) : first;
            default:
                return first.Items.Count > 0 || first.Script is not null ? first with { Type = "" } : PowerShellValue.Unknown(name);
        }
    }

    private PowerShellValue Run(string command, IReadOnlyList<Value> arguments) =>
        PowerShellValue.Of(run([PowerShellValue.Of(command), .. arguments.Select(PowerShellValue.Of)], null, [], this));

    /// <summary>Runs the block of an argument; for the host, which knows what the command does.</summary>
    public Value RunArgument(string script, Value? item)
    {
        if (item is not null)
        {
            variables["_"] = PowerShellValue.Of(item);
            variables["psitem"] = PowerShellValue.Of(item);
        }

        return RunBlock(script);
    }

    /// <summary>A function of the script by its name; null for none.</summary>
    public string? FunctionBody(string name) => variables.GetValueOrDefault("function:" + name.ToLowerInvariant())?.Script;

    /// <summary>Sets a variable.</summary>
    public void Set(string name, PowerShellValue value) => variables[name] = value;
}
