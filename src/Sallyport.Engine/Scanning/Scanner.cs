using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Scanning;

/// <summary>Takes everything a source holds through the gate.</summary>
public sealed class Scanner(Gate gate, RuleSet rules, IPolicySource policies, TimeProvider time)
{
    private int _looked;

    /// <summary>How many threads look.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What was accepted before; null for no baseline.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>How many artifacts were looked at so far, for a progress line.</summary>
    public int Looked => Volatile.Read(ref _looked);

    /// <summary>Scans <paramref name="source"/>.</summary>
    public ScanResult Scan(IArtifactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var started = time.GetTimestamp();
        var collected = new Collected();
        var listing = new ScanWorker(gate, policies, Baseline, Count);
        using (var queue = new ItemQueue(source.Items(listing), policies))
        {
            Run(queue, collected);
        }

        listing.Flush(collected);
        if (collected.Pending.Count > 0)
        {
            ProjectPhase.Run(gate, collected.Pending, new ScanWorker(gate, policies, Baseline, Count), collected);
        }

        return Result(collected, time.GetElapsedTime(started));
    }

    // A thread costs more than a file: the others start only when there is a second thing to look at.
    private void Run(ItemQueue queue, Collected collected)
    {
        var threads = new List<Thread>();
        if (Threads > 1 && queue.HasSeveral())
        {
            for (var i = 1; i < Threads; i++)
            {
                var thread = new Thread(() => Work(queue, collected));
                thread.Start();
                threads.Add(thread);
            }
        }

        Work(queue, collected);
        foreach (var thread in threads)
        {
            thread.Join();
        }

        collected.Failure?.Throw();
    }

    private void Work(ItemQueue queue, Collected collected)
    {
        var worker = new ScanWorker(gate, policies, Baseline, Count);
        try
        {
            while (collected.Failure is null && queue.TryTake(out var item, out var at))
            {
                worker.Open(item, at);
            }
        }
#pragma warning disable CA1031 // Whatever fails on a thread of ours must end the scan on the caller's, not the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            collected.Failure ??= ExceptionDispatchInfo.Capture(e);
        }

        worker.Flush(collected);
    }

    private void Count() => Interlocked.Increment(ref _looked);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ScanResult Result(Collected collected, TimeSpan duration)
    {
        collected.Findings.Sort(ByPlace);
        collected.Skipped.Sort((x, y) => string.CompareOrdinal(x.Path, y.Path));
        var described = new Dictionary<string, RuleDescription>(StringComparer.Ordinal);
        foreach (var finding in collected.Findings)
        {
            if (!described.ContainsKey(finding.Rule) && rules.Find(finding.Rule) is { } rule)
            {
                described[rule.Id] = rule.Describe();
            }
        }

        return new ScanResult
        {
            Findings = collected.Findings,
            Skipped = collected.Skipped,
            Rules = described,
            Artifacts = collected.Artifacts,
            Bytes = collected.Bytes,
            RulesRun = gate.RulesRun,
            Duration = duration,
            FailOn = policies.For("").Policy.FailOn,
            Absent = Baseline?.Absent(collected.Seen) ?? [],
        };
    }

    private static int ByPlace(Finding x, Finding y)
    {
        var path = string.CompareOrdinal(x.Path, y.Path);
        var start = path != 0 ? path : x.Span.Start.CompareTo(y.Span.Start);
        return start != 0 ? start : string.CompareOrdinal(x.Rule, y.Rule);
    }
}
