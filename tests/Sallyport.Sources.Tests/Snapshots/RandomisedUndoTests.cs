using System.Globalization;
using Sallyport.Sources.Snapshots;

namespace Sallyport.Sources.Tests.Snapshots;

/// <summary>Random trees, random destruction, and the same bytes afterwards. `bench/run undo` runs five hundred.</summary>
public sealed class RandomisedUndoTests
{
    private static readonly int Sequences = int.Parse(Environment.GetEnvironmentVariable("SALLYPORT_SEQUENCES") ?? "6", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("SALLYPORT_SEED") ?? "20261120", CultureInfo.InvariantCulture);

    private static readonly string[] Destructions =
    [
        "rm -rf -- \"$P\"", "rm -f -- \"$P\"/*", "git reset -q --hard", "git clean -qfd", "git clean -qfdx", "git checkout -q -- .", "git stash -qu; git stash drop -q",
        "mv -- \"$P\" \"$P.moved\"", ": >\"$P\"", "head -c 200 /dev/urandom >\"$P\"", "printf more >>\"$P\"", "chmod 000 \"$P\"", "chmod -R a+rwx .", "find . -name '*.c' -delete",
        "ln -sfn /tmp \"$P\"", "rm -rf .git/index", "git rm -rqf --cached .", "git add -A; git commit -qm x", "git checkout -q -b b$RANDOM", "git commit -q --allow-empty -m e; git reset -q --hard HEAD~1",
        "mkdir -p \"n$RANDOM/x\"; echo n >\"n$RANDOM.new\"", "sed -i 's/./X/' \"$P\"", "rm -rf -- .git", "dd if=/dev/zero of=\"$P\" bs=10 count=1 status=none", "touch -d yesterday \"$P\"", "rm -rf -- * .[!.]*",
    ];

    [Fact]
    public void Any_sequence_is_undone()
    {
        var random = new Random(Seed);
        var (exact, changed) = (0, 0);
        for (var i = 0; i < Sequences; i++)
        {
            var folder = Directory.CreateTempSubdirectory("sallyport-undo-").FullName;
            try
            {
                var root = Directory.CreateDirectory(Path.Combine(folder, "tree")).FullName;
                TreePrint.Bash(root, Tree(random));
                var before = TreePrint.Of(root);
                var store = new SnapshotStore(Path.Combine(folder, "store"), root, TimeProvider.System);
                var point = store.Take("test");
                for (var step = random.Next(1, 7); step > 0; step--)
                {
                    TreePrint.Bash(root, $"P=$(find . -path ./.git -prune -o -print | shuf -n 1 --random-source=<(yes {random.Next()})); {Destructions[random.Next(Destructions.Length)]}");
                    if (random.Next(4) == 0)
                    {
                        store.Take("between");
                    }
                }

                changed += TreePrint.Of(root) == before ? 0 : 1;
                var failures = store.Restore(point.Id).Failures;
                exact += failures.Count == 0 && TreePrint.Of(root) == before ? 1 : 0;
            }
            finally
            {
                TreePrint.Bash("/", $"chmod -R u+rwx {folder}; rm -rf {folder}");
            }
        }

        if (Environment.GetEnvironmentVariable("SALLYPORT_RESULT") is { } file)
        {
            File.WriteAllText(file, $"{{\"sequences\":{Sequences},\"exact\":{exact},\"changed\":{changed}}}");
        }

        exact.ShouldBe(Sequences);
        changed.ShouldBeGreaterThan(Sequences / 2);
    }

    private static string Tree(Random random)
    {
        var lines = new List<string> { random.Next(5) == 0 ? ":" : "git init -q .", "echo '*.log' >.gitignore" };
        string[] folders = [".", "src", "src/deep", "with space", "dö", "$'b\\377d'", "empty"];
        foreach (var folder in folders.Skip(1).Where(_ => random.Next(3) > 0))
        {
            lines.Add($"mkdir -p -- {(folder.StartsWith('$') ? folder : $"'{folder}'")}");
        }

        for (var i = random.Next(3, 14); i > 0; i--)
        {
            var folder = folders[random.Next(folders.Length - 1)];
            var name = $"{(folder.StartsWith('$') ? folder : $"'{folder}'")}/{random.Next(4) switch { 0 => $"f{i}.c", 1 => $"$'n\\n{i}'", 2 => $"'l {i}.log'", _ => $"$'\\200{i}'" }}";
            lines.Add($"mkdir -p -- \"$(dirname -- {name})\"");
            lines.Add(random.Next(6) == 0 ? $"ln -s 'target {i}' {name}" : $"head -c {random.Next(0, 5000)} /dev/urandom >{name}; chmod {Convert.ToString(random.Next(512) | 256, 8)} {name}");
            if (random.Next(4) == 0)
            {
                lines.Add("git add -A; git commit -qm c");
            }
        }

        if (random.Next(4) == 0)
        {
            lines.Add("git init -q inner; echo i >inner/i; git -C inner add i; git -C inner commit -qm i");
        }

        return string.Join('\n', lines);
    }
}
