using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sallyport.Core.Policy;
using Sallyport.Engine;
using Sallyport.Engine.Redacting;

namespace Sallyport.Bench;

/// <summary>What redaction lets through, whole and split at every byte; whether it comes back byte for byte; and how long 64 KB take, warm.</summary>
internal static class Redacting
{
    public static int Run(int rounds, TextWriter output)
    {
        var seed = Environment.TickCount;
        var gate = BuiltInDetectors.Gate(BuiltInRules.Load(), new Policy(), TimeProvider.System);
        var planting = new Planting(new Random(seed));
        int planted = 0, leaked = 0, trips = 0, torn = 0, splits = 0, splitLeaks = 0, splitTorn = 0;
        foreach (var (kind, value) in Enumerable.Range(0, rounds).SelectMany(_ => planting.Values()))
        {
            foreach (var (name, text) in planting.Carriers(kind, value))
            {
                planted++;
                var placeholders = Placeholders.Fresh();
                var whole = Whole(gate, placeholders, text);
                var leak = Holds(whole, value);
                leaked += leak ? 1 : 0;
                trips++;
                var back = Back(placeholders, whole);
                torn += back.AsSpan().SequenceEqual(text) ? 0 : 1;
                if (leak || !back.AsSpan().SequenceEqual(text))
                {
                    Console.Error.WriteLine($"{(leak ? "leak" : "torn")}: {kind}, {name}: {Encoding.UTF8.GetString(text).ReplaceLineEndings(" ")} -> {Encoding.UTF8.GetString(whole).ReplaceLineEndings(" ")}");
                }

                for (var at = 1; at < text.Length; at++)
                {
                    splits++;
                    var split = Placeholders.Fresh();
                    var sent = Split(gate, split, text, at);
                    var through = Holds(sent, value);
                    splitLeaks += through ? 1 : 0;
                    var same = Back(split, sent).AsSpan().SequenceEqual(text);
                    splitTorn += same ? 0 : 1;
                    if (through && !leak)
                    {
                        Console.Error.WriteLine($"leak when split at {at}: {kind}, {name}: {Encoding.UTF8.GetString(sent).ReplaceLineEndings(" ")}");
                    }
                }
            }
        }

        var (median, p99, wall, held) = Time(gate, planting);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"seed\":{seed},\"planted\":{planted},\"leaked\":{leaked},\"trips\":{trips},\"torn\":{torn},\"splits\":{splits},\"split_leaks\":{splitLeaks},\"split_torn\":{splitTorn},\"median_cpu_ms\":{median:F3},\"p99_cpu_ms\":{p99:F3},\"p99_wall_ms\":{wall:F3},\"held\":{held}}}"));
        return 0;
    }

    public static int TimeOnly(TextWriter output)
    {
        foreach (var family in (Environment.GetEnvironmentVariable("FAMILY") ?? "secrets,privacy,").Split(','))
        {
            output.WriteLine($"{family} {Time(BuiltInDetectors.Gate(BuiltInRules.Load(), new Policy { Only = family.Length > 0 ? [family] : [] }, TimeProvider.System), new Planting(new Random(1)))}");
        }

        return 0;
    }

    private static (double Median, double P99, double Wall, int Held) Time(Gate gate, Planting planting)
    {
        var prompts = Enumerable.Range(0, 16).Select(_ => Encoding.UTF8.GetBytes(planting.Prompt(64 * 1024))).ToArray();
        var key = new byte[32];
        var (times, walls) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3000; i++)
        {
            var redactor = gate.Redactor(new Placeholders(key));
            var (started, worked) = (Stopwatch.GetTimestamp(), ThreadTime.Now);
            redactor.Redact(prompts[i % prompts.Length]);
            if (i >= 2000)
            {
                walls.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                times.Add((ThreadTime.Now - worked) / 1e6);
            }
        }

        // How much of plain prose stays behind when it arrives in small pieces.
        var (held, stream) = (0, gate.Redactor(new Placeholders(key)));
        foreach (var piece in Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The answer is short and holds nothing that anybody would want to keep. ", 200))).Chunk(7))
        {
            stream.Push(piece);
            held = Math.Max(held, stream.Held);
        }

        times.Sort();
        walls.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100], walls[walls.Count * 99 / 100], held);
    }

    private static byte[] Whole(Gate gate, Placeholders placeholders, byte[] text) => gate.Redactor(placeholders).Redact(text).ToArray();

    private static byte[] Split(Gate gate, Placeholders placeholders, byte[] text, int at)
    {
        var redactor = gate.Redactor(placeholders);
        return [.. redactor.Push(text.AsSpan(0, at)).Span.ToArray(), .. redactor.Push(text.AsSpan(at)).Span.ToArray(), .. redactor.Finish().Span.ToArray()];
    }

    private static byte[] Back(Placeholders placeholders, byte[] text)
    {
        var restorer = new Restorer(placeholders);
        return [.. restorer.Push(text).Span.ToArray(), .. restorer.Finish().Span.ToArray()];
    }

    // In the clear, or as any of the carriers would show it.
    private static bool Holds(byte[] text, string value)
    {
        var shown = Encoding.Latin1.GetString(text);
        return Forms(value).Any(form => shown.Contains(form, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return value;
        yield return Convert.ToHexStringLower(bytes);
        yield return string.Concat(value.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%{(int)c:X2}"));
        yield return string.Concat(value.Select(c => $"\\u{(int)c:x4}"));
        yield return string.Concat(value.Select(c => $"&#{(int)c};"));
        for (var shift = 0; shift < 3; shift++)
        {
            // The whole groups of the value at this alignment.
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            var from = shift == 0 ? 0 : 4;
            var inner = text[from..((bytes.Length + shift) / 3 * 4)];
            yield return inner;
            yield return inner.Replace('+', '-').Replace('/', '_');
        }
    }
}
