using System.Text.Json;
using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Commands.Effects;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.ToolCalls;

/// <summary>From the call of a tool, <c>{"tool": …, "input": {…}}</c>, to its effects: the same ones that a shell command would have.</summary>
/// <remarks>Tools say what they do by their name and by how they call their arguments; a tool that nobody knows is read the same way.</remarks>
internal static class ToolCallReader
{
    private static readonly string[] Writes = ["write", "edit", "create", "replace", "patch", "insert", "update", "append", "save", "put"];
    private static readonly string[] Deletes = ["delete", "remove", "unlink", "rmdir", "trash", "erase"];
    private static readonly string[] Moves = ["move", "rename"];
    private static readonly string[] Reads = ["read", "view", "open", "cat", "get_file", "fetch_file", "show"];
    private static readonly string[] Shells = ["bash", "shell", "terminal", "command", "execute", "exec", "run_in", "local_shell", "powershell"];
    private static readonly string[] PathNames = ["file_path", "filepath", "path", "filename", "file", "target_file", "notebook_path", "absolute_path", "uri", "target", "paths", "files", "dir", "directory", "folder"];
    private static readonly string[] FromNames = ["source", "from", "old_path", "src", "source_path", "oldpath"];
    private static readonly string[] ToNames = ["destination", "to", "new_path", "dest", "dst", "target_path", "newpath"];
    private static readonly string[] CommandNames = ["command", "cmd", "script", "commands", "commandline", "command_line", "shell_command"];
    private static readonly string[] QueryNames = ["sql", "query", "statement", "queries"];
    private static readonly string[] DestructiveWords = ["delete", "drop", "destroy", "purge", "truncate", "wipe", "terminate", "erase", "deprovision", "uninstall", "revoke"];

    /// <summary>The effects of a call, and why it could not be understood.</summary>
    public static (IReadOnlyList<Effect> Effects, string? Problem) Read(string json, Scene scene)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var call = document.RootElement;
            if (call.ValueKind != JsonValueKind.Object || !call.TryGetProperty("tool", out var named) || named.ValueKind != JsonValueKind.String)
            {
                return ([], "a tool call without a tool");
            }

            var tool = named.GetString()!;
            return call.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object ? Read(tool, input, scene) : ([], null);
        }
        catch (JsonException e)
        {
            return ([], $"a tool call that is no JSON: {e.Message.Split('.')[0]}");
        }
    }

    private static (IReadOnlyList<Effect> Effects, string? Problem) Read(string tool, JsonElement input, Scene scene)
    {
        var name = tool.ToLowerInvariant();
        var own = name[(name.LastIndexOf("__", StringComparison.Ordinal) + 1)..].TrimStart('_');
        var invocations = new List<Invocation>();
        var effects = new List<Effect>();
        foreach (var property in input.EnumerateObject())
        {
            var key = property.Name.ToLowerInvariant().Replace("-", "_", StringComparison.Ordinal);
            foreach (var text in Texts(property.Value))
            {
                if (Array.IndexOf(CommandNames, key) >= 0 && (Any(own, Shells) || key is not ("script" or "commands")))
                {
                    var reading = Scripts.Read(text, own.Contains("powershell", StringComparison.Ordinal) ? scene with { Shell = "powershell" } : scene);
                    if (reading.Problem is not null)
                    {
                        return ([], reading.Problem);
                    }

                    invocations.AddRange(reading.Invocations);
                }
                else if (Array.IndexOf(QueryNames, key) >= 0 && SqlStatement.Destroys(text) is { } statement)
                {
                    effects.Add(new Effect("destroy", ["database"], Of(tool, text), statement));
                }
                else if (text.StartsWith("*** Begin Patch", StringComparison.Ordinal))
                {
                    invocations.AddRange(Patched(text));
                }
                else if (InvocationOf(own, key, text) is { } action)
                {
                    invocations.Add(action);
                }
            }
        }

        // A tool of a server that says that it destroys something other than a file.
        if (tool.Contains("__", StringComparison.Ordinal) && Any(own, DestructiveWords) && invocations.Count == 0)
        {
            effects.Add(new Effect("destroy", ["api", "verb"], Of(tool, ""), tool));
        }

        return ([.. new ActionReader(scene).Read(invocations), .. effects], null);
    }

    private static Invocation? InvocationOf(string tool, string key, string text)
    {
        if (Array.IndexOf(FromNames, key) >= 0 && Any(tool, Moves))
        {
            return Of("mv", text, "");
        }

        if (Array.IndexOf(ToNames, key) >= 0 && (Any(tool, Moves) || tool.Contains("copy", StringComparison.Ordinal)))
        {
            return Of("sallyport-write", text);
        }

        if (Array.IndexOf(PathNames, key) < 0)
        {
            return null;
        }

        return Any(tool, Deletes) ? Of("rm", "-rf", "--", text)
            : Any(tool, Writes) ? Of("sallyport-write", text)
            : Any(tool, Reads) ? Of("cat", text)
            : null;
    }

    private static IEnumerable<Invocation> Patched(string patch)
    {
        foreach (var line in patch.Split('\n'))
        {
            foreach (var (mark, program) in (ReadOnlySpan<(string, string)>)[("*** Add File: ", "sallyport-write"), ("*** Update File: ", "sallyport-write"), ("*** Move to: ", "sallyport-write"), ("*** Delete File: ", "rm")])
            {
                if (line.StartsWith(mark, StringComparison.Ordinal))
                {
                    yield return Of(program, line[mark.Length..].Trim());
                    break;
                }
            }
        }
    }

    private static Invocation Of(params string[] words) => new() { Program = words[0], Arguments = Array.ConvertAll(words, Value.Of) };

    private static bool Any(string name, string[] words) => Array.Exists(words, w => name.Contains(w, StringComparison.Ordinal));

    private static string[] Texts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return [value.GetString()!];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        // A command may be given word by word.
        var items = value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!).ToArray();
        return items.Length > 1 && items.Length == value.GetArrayLength() && (items[0] is "bash" or "sh" or "zsh" || items[0].StartsWith('/')) ? [string.Join(' ', items.Select(Quoted))] : items;
    }

    private static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.' or '=') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
