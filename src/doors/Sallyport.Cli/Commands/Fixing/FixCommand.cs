using System.Text;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Engine.Fixing;
using Sallyport.Sources.Files;

namespace Sallyport.Cli.Commands.Fixing;

/// <summary><c>sallyport fix</c>: shows the safe fixes as a diff, or makes them.</summary>
internal static class FixCommand
{
    public static readonly Command Row = new("fix", "[PATH…]", "Show the safe fixes as a diff; --write makes them", Options, Run)
    {
        Notes = """
            A safe fix leaves the program as it is. A leaked secret has none: it must be revoked where it was issued, which `explain` describes.
            Exit codes: 0 nothing to fix, or fixed; 1 fixes are shown and not made
            """,
    };

    private static Option[] Options() =>
    [
        new("write", null, "Make the changes"),
        new("only", "RULE", "Run only this family or rule") { Repeats = true },
        new("exclude", "RULE", "Leave out this family or rule") { Repeats = true },
        new("config", "FILE", "Use this configuration instead of the nearest sallyport.yml"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var paths = Paths.Existing(given, terminal);
        var setting = Setting.Of(given, terminal);
        var result = setting.Scanner(Environment.ProcessorCount).Scan(new FileTree(paths, new FileTreeOptions { WorkingFolder = terminal.Folder }));
        var (fixes, files) = (0, 0);
        foreach (var file in result.Findings.Where(f => f.Fix is { Safe: true }).GroupBy(f => f.Path, StringComparer.Ordinal))
        {
            var path = Path.GetFullPath(file.Key, terminal.Folder);
            if (!Fixable(path, out var before) || Fixer.Apply(before, file, out var applied) is not { } after)
            {
                continue;
            }

            (fixes, files) = (fixes + applied, files + 1);
            if (given.Has("write"))
            {
                Setting.Files.Write(path, after);
            }
            else
            {
                terminal.Out.Write(UnifiedDiff.Of(setting.Project.Place(file.Key), Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after)));
            }
        }

        terminal.Flush();
        Tell(result, fixes, files, given.Has("write"), terminal);
        return fixes > 0 && !given.Has("write") ? ExitCode.Findings : ExitCode.Clean;
    }

    // What was transcoded, unpacked or cut into windows has other offsets than the file.
    private static bool Fixable(string path, out byte[] text)
    {
        text = File.Exists(path) && Setting.Files.Read(path) is { } read ? read : [];
        return text.Length > 0 && !text.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !text.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            && !text.AsSpan().StartsWith("\uFEFF"u8) && System.Text.Unicode.Utf8.IsValid(text);
    }

    private static void Tell(ScanResult result, int fixes, int files, bool written, Terminal terminal)
    {
        var left = result.Active.Count(f => f.Fails) - fixes;
        terminal.Error.WriteLine(fixes == 0 ? "no safe fixes" : $"{fixes} safe {(fixes == 1 ? "fix" : "fixes")} in {files} {(files == 1 ? "file" : "files")}{(written ? " made" : "")}");
        if (fixes > 0 && !written)
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine("hint: `sallyport fix --write` makes them");
        }

        if (left > 0)
        {
            terminal.Error.WriteLine($"{left} {(left == 1 ? "finding needs" : "findings need")} a person; `sallyport scan` shows {(left == 1 ? "it" : "them")}");
        }
    }
}
