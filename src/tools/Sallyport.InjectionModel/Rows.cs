using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Sallyport.Core.Artifacts;

namespace Sallyport.InjectionModel;

/// <summary>Reads texts from the kit's files and from bare mirrors.</summary>
internal static class Rows
{
    /// <summary>Rows of a file of the kit.</summary>
    public static IEnumerable<Sample> Kit(string folder, string source, bool trains)
    {
        var file = Path.Combine(folder, source + ".jsonl");
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            yield return new Sample(row.GetProperty("text").GetString()!, row.GetProperty("label").GetInt32(), source, row.GetProperty("carrier").GetString() == "prompt" ? Carrier.Prompt : Carrier.Document)
            {
                Trains = trains,
                Way = row.TryGetProperty("embed", out var way) ? way.GetString()! : row.TryGetProperty("category", out var category) ? category.GetString()! : "",
            };
        }
    }

    /// <summary>Paths and texts of a mirror's files.</summary>
    public static IEnumerable<(string Path, string Text)> Mirror(string mirrors, string name, Func<string, bool> wanted, int most)
    {
        var git = Path.Combine(mirrors, name, "repo");
        if (!Directory.Exists(git))
        {
            Console.Error.WriteLine($"no mirror {name}");
            yield break;
        }

        var count = 0;
        foreach (var path in Git(git, "ls-tree", "-r", "--name-only", "HEAD").Split('\n').Where(wanted).OrderBy(Sample.Bucketed).ThenBy(p => p, StringComparer.Ordinal))
        {
            if (count++ == most)
            {
                yield break;
            }

            yield return (path, Git(git, "show", "HEAD:" + path));
        }
    }

    /// <summary>Lines `language, tab, text` of a template file.</summary>
    public static IReadOnlyList<(string Language, string Text)> Templates(string name)
    {
        using var reader = new StreamReader(typeof(Rows).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Contains('\t', StringComparison.Ordinal)).Select(l => l.Split('\t', 2)).Select(p => (p[0], p[1]))];
    }

    /// <summary>Chooses one of each `(a|b|c)` in a template.</summary>
    public static string Choose(string template, Random random)
    {
        while (template.LastIndexOf('(') is var open and >= 0 && template.IndexOf(')', open) is var close and > 0 && template.AsSpan(open, close - open).Contains('|'))
        {
            var choices = template[(open + 1)..close].Split('|');
            template = string.Concat(template.AsSpan(0, open), choices[random.Next(choices.Length)], template.AsSpan(close + 1));
        }

        return template;
    }

    private static string Git(string git, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["--git-dir", git, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
