using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Sallyport.Core.Findings;
using Sallyport.Rules.Pages;
using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Compiled;

/// <summary>The compiled rules, read from their binary form; patterns and texts only when asked for.</summary>
public sealed class RuleSet
{
    private static readonly Dictionary<string, string> None = [];
    private readonly Dictionary<string, Rule> _byId = new(StringComparer.Ordinal);

    private RuleSet(IReadOnlyList<Rule> rules)
    {
        Rules = rules;
        foreach (var rule in rules)
        {
            _byId[rule.Id] = rule;
        }
    }

    /// <summary>All rules, by id.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Reads what <see cref="RuleSetCompiler"/> wrote; throws <see cref="InvalidDataException"/> when it is something else.</summary>
    public static RuleSet Read(ReadOnlyMemory<byte> data)
    {
        var blobStart = MemoryMarshal.Read<int>(data.Span);
        var reader = new SpanReader(data.Span[4..blobStart]);
        if (reader.UInt32() != RuleSetCompiler.Magic)
        {
            throw new InvalidDataException("not a compiled rule set of this version");
        }

        var rules = new Rule[reader.Int32()];
        var blobs = data[blobStart..];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = ReadRule(ref reader, blobs);
        }

        return new RuleSet(rules);
    }

    internal static RuleSet Of(IReadOnlyList<Rule> rules) => new(rules);

    /// <summary>This set with <paramref name="others"/> added; an id that stands in both is taken from <paramref name="others"/>.</summary>
    public RuleSet With(RuleSet others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new RuleSet([.. Rules.Where(r => others.Find(r.Id) is null), .. others.Rules]);
    }

    /// <summary>The rule with an id, or null.</summary>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id) ?? Rules.FirstOrDefault(r => r.Was.Contains(id, StringComparer.Ordinal));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Rule ReadRule(ref SpanReader reader, ReadOnlyMemory<byte> blobs)
    {
        var id = reader.Text();
        var title = reader.Text();
        var severity = (Severity)reader.Byte();
        var confidence = (Confidence)reader.Byte();
        var status = (RuleStatus)reader.Byte();
        var was = reader.Texts();
        var cwe = new int[reader.Byte()];
        for (var i = 0; i < cwe.Length; i++)
        {
            cwe[i] = reader.Int32();
        }

        var threats = reader.Texts();
        var near = reader.Texts();
        var path = reader.Texts();
        var (verify, analysis, kind) = (reader.Text(), reader.Text(), reader.Text());
        var settings = ReadSettings(ref reader);
        var anchors = new Anchor[reader.UInt16()];
        for (var i = 0; i < anchors.Length; i++)
        {
            anchors[i] = new(reader.UInt64(), reader.Byte(), reader.UInt16(), reader.UInt16());
        }

        var (min, max, pattern, help) = (reader.UInt16(), reader.UInt16(), reader.Int32(), reader.Int32());
        return new Rule(() => ReadPattern(blobs, pattern), () => ReadHelp(blobs, help))
        {
            Id = id,
            Title = title,
            Severity = severity,
            Confidence = confidence,
            Status = status,
            Was = was,
            Cwe = cwe,
            Threats = threats,
            Near = near,
            Path = path,
            Verify = verify.Length == 0 ? null : verify,
            Analysis = analysis.Length == 0 ? null : analysis,
            Kind = kind.Length == 0 ? null : kind,
            Settings = settings,
            Anchors = anchors,
            MinLength = min,
            MaxLength = max,
        };
    }

    private static Dictionary<string, string> ReadSettings(ref SpanReader reader)
    {
        var texts = reader.Texts();
        if (texts.Length == 0)
        {
            return None;
        }

        var settings = new Dictionary<string, string>(texts.Length / 2, StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i += 2)
        {
            settings[texts[i]] = texts[i + 1];
        }

        return settings;
    }

    private static TokenPattern? ReadPattern(ReadOnlyMemory<byte> blobs, int at)
    {
        if (at < 0)
        {
            return null;
        }

        var source = blobs.Span[at..];
        return TokenPattern.Read(ref source);
    }

    private static string ReadHelp(ReadOnlyMemory<byte> blobs, int at) => new SpanReader(blobs.Span[at..]).Text();
}
