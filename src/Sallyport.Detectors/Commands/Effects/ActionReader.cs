using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Commands.Places;
using Sallyport.Detectors.Commands.Programs;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Effects;

/// <summary>From the programs that a command would run to what they would do.</summary>
internal sealed partial class ActionReader(Scene scene)
{
    private const int PlaceLimit = 64;
    private readonly PathReader _paths = new(scene);
    private readonly DataFlow _flow = new(new PathReader(scene));
    private readonly List<Effect> _effects = [];
    private readonly HashSet<string> _downloads = new(StringComparer.Ordinal);

    /// <summary>The effects of <paramref name="invocations"/>, in order.</summary>
    public IReadOnlyList<Effect> Read(IReadOnlyList<Invocation> invocations)
    {
        foreach (var invocation in invocations)
        {
            Redirected(invocation);
            if (invocation.Recurses)
            {
                Add("fork", invocation, invocation.ToString(), invocation.Concurrent || invocation.Program == "fork" ? "bomb" : "endless");
            }

            if (invocation.Arguments.Count == 0)
            {
                continue;
            }

            Executed(invocation);
            if (invocation.Program.Length > 0)
            {
                Tabled(invocation);
                Sent(invocation);
            }
        }

        return _effects;
    }

    private HashSet<string> Tags(Invocation by, params ReadOnlySpan<string> tags)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            set.Add(tag);
        }

        if (by.Outer?.Code is not null && by.Outer.Program is not ("awk" or "gawk" or "mawk" or "nawk"))
        {
            set.Add("inline");
        }

        foreach (var (flag, tag) in (ReadOnlySpan<(Surroundings, string)>)[(Surroundings.Privileged, "privileged"), (Surroundings.Remote, "remote"), (Surroundings.Container, "container"), (Surroundings.Scheduled, "scheduled"), (Surroundings.Repeated, "repeated")])
        {
            if ((by.Surroundings & flag) != 0)
            {
                set.Add(tag);
            }
        }

        return set;
    }

    private void Add(string kind, Invocation by, string what, params ReadOnlySpan<string> tags) => _effects.Add(new Effect(kind, Tags(by, tags), by, what));

    private Effect AddPlace(string kind, Invocation by, Value path, params ReadOnlySpan<string> tags)
    {
        var place = _paths.Read(by.Shell == ShellKind.PowerShell ? Slashed(path) : path, by.Directory);
        var all = Tags(by, tags);
        all.UnionWith(place.Tags);
        if (path.Known.Length == 0 && path.Pieces.Count == 0)
        {
            all.Add("unknown");
        }

        var effect = new Effect(kind, all, by, place.Path);
        _effects.Add(effect);
        return effect;
    }

    // PowerShell takes either separator.
    private static Value Slashed(Value path) => new([.. path.Pieces.Select(p => p.Kind == PieceKind.Literal ? Piece.Literal(p.Text.Replace('\\', '/')) : p)]);

    private void Redirected(Invocation invocation)
    {
        foreach (var redirection in invocation.Redirections)
        {
            var path = redirection.Target.Prefix;
            if (path.StartsWith("/dev/tcp/", StringComparison.Ordinal) || path.StartsWith("/dev/udp/", StringComparison.Ordinal))
            {
                Socket(invocation, redirection);
            }
            else if (redirection.Writes)
            {
                AddPlace("write", invocation, redirection.Target, redirection.Appends ? "appended" : "truncated");
            }
            else if (redirection.Reads && invocation.Arguments.Count > 0)
            {
                Shown(invocation, redirection.Target);
            }
        }
    }

    private void Socket(Invocation invocation, Redirection redirection)
    {
        var shell = invocation.Program is "" or ":" or "sh" or "bash" or "zsh" or "dash" or "ksh" or "exec";
        var host = redirection.Target.Prefix.Split('/').ElementAtOrDefault(3) ?? "";
        var local = host is "localhost" or "127.0.0.1" or "::1";
        if (redirection.Operator == "<>" || (shell && invocation.Program.Length > 1))
        {
            Add("network", invocation, host, "shell");
        }
        else
        {
            Add("network", invocation, host, local ? "local" : "upload");
            if (_flow.Secret(invocation) is { } secret)
            {
                Add("network", invocation, $"{secret} to {host}", "upload", "secret");
            }
        }
    }

    /// <summary>What the table says of a program.</summary>
    private void Tabled(Invocation invocation)
    {
        var table = ProgramTable.BuiltIn;
        var command = new CommandWords(invocation.Arguments, table.Values(invocation.Program), invocation.Program == "git");
        var first = _effects.Count;
        var (known, none) = (table.Knows(invocation.Program), false);
        HashSet<string>? tags = null;
        foreach (var line in table.Lines(invocation.Program))
        {
            if (!line.Fits(command, out var operands))
            {
                continue;
            }

            switch (line.Kind)
            {
                case "none":
                    none = true;
                    break;
                case "tag":
                    tags ??= new HashSet<string>(StringComparer.Ordinal);
                    tags.UnionWith(line.Tags);
                    break;
                case "verbs":
                    Verbs(invocation, command, line.Tags);
                    break;
                case "sql":
                    Sql(invocation);
                    break;
                default:
                    Happens(invocation, command, line, operands);
                    break;
            }
        }

        if (!known)
        {
            Verbs(invocation, command, ["unlisted"]);
        }

        Own(invocation, command);
        for (var i = first; i < _effects.Count; i++)
        {
            if (tags is not null && _effects[i].By == invocation)
            {
                _effects[i].Tags.UnionWith(tags);
            }
        }

        if (none)
        {
            _effects.RemoveRange(first, _effects.Count - first);
        }
    }

    private void Happens(Invocation invocation, CommandWords command, ProgramLine line, IReadOnlyList<Value> operands)
    {
        if (line.Target.Length == 0)
        {
            Add(line.Kind, invocation, invocation.ToString(), [.. line.Tags]);
            return;
        }

        var count = 0;
        foreach (var target in Targets(line.Target, command, operands))
        {
            if (++count > PlaceLimit)
            {
                // The rest of a very long list stands for itself.
                _effects.Add(new Effect(line.Kind, [.. line.Tags, "unknown", "outside"], invocation, "more"));
                break;
            }

            AddPlace(line.Kind, invocation, target, [.. line.Tags]);
            if (target.MaySplit && line.Kind is "delete" && target.Pieces.Count > 0)
            {
                _effects[^1].Tags.Add("unknown");
            }
        }
    }

    private static IEnumerable<Value> Targets(string target, CommandWords command, IReadOnlyList<Value> operands) => target switch
    {
        "@all" => operands,
        "@1" => operands.Take(1),
        "@2+" => operands.Skip(1),
        "@last" => operands.Skip(Math.Max(0, operands.Count - 1)),
        "@but-last" => operands.Take(Math.Max(0, operands.Count - 1)),
        "@roots" => Roots(command),
        "@of=" or "@if=" => command.Arguments.Where(a => a.Prefix.StartsWith(target[1..], StringComparison.Ordinal)).Select(a => CommandWords.Tail(a, 3)),
        _ => command.OptionValue(target[1..]) is { } value ? [value] : [],
    };

    private static Value[] Roots(CommandWords command)
    {
        var roots = command.Arguments.Skip(1).TakeWhile(a => a.Prefix is not { Length: > 0 } text || text[0] is not ('-' or '(' or '!')).ToArray();
        return roots.Length > 0 ? roots : [Value.Of(".")];
    }

    private void Verbs(Invocation invocation, CommandWords command, IReadOnlyList<string> tags)
    {
        if (DestructiveVerbs.In(command, tags.Contains("unlisted")) is { } verb)
        {
            Add("destroy", invocation, $"{invocation.Program} … {verb}", [.. tags, "verb"]);
        }
    }
}
