using System.Reflection;
using Sallyport.Agents.Settings;
using Sallyport.Core;

namespace Sallyport.Agents.OpenCode;

/// <summary>Our plugin as a file in OpenCode's plugin folder.</summary>
internal sealed class OpenCodeSettings : HookSettings
{
    private const string Mark = "// Sallyport's plugin for OpenCode";

    public override string UserPlace => ".config/opencode/plugins/sallyport.js";

    public override string ProjectPlace => ".opencode/plugins/sallyport.js";

    public override IReadOnlyList<string> Warnings => ["OpenCode goes on without a plugin that it cannot load; with the plugin loaded every failure is thrown, which refuses"];

    public override string With(string? before, HookCall call, string file)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (before is not null && !before.StartsWith(Mark, StringComparison.Ordinal))
        {
            throw new UserException($"{file} is not Sallyport's", "move it away first");
        }

        return Plugin().Replace("\"sallyport\"", JsonText.Quote(call.Program), StringComparison.Ordinal);
    }

    public override string? Without(string before, string file) => before.StartsWith(Mark, StringComparison.Ordinal) ? null : before;

    public override HookState Look(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return new HookState(false, []);
        }

        // The one line that differs names the client.
        var (ours, theirs) = (Plugin().Split('\n'), text.Split('\n'));
        var changed = ours.Length != theirs.Length || ours.Zip(theirs).Any(pair => pair.First != pair.Second && !pair.First.StartsWith("const program =", StringComparison.Ordinal));
        return new HookState(true, changed ? ["the plugin was changed"] : []);
    }

    private static string Plugin()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("sallyport.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
