using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Spans;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Near;

/// <summary>Finds the values of rules whose tokens have no literal of their own: a value of the shape, named by a near word where the rule has any.</summary>
internal sealed class NearScanner
{
    private const int MinLength = 8;
    private const int Reach = 64;
    private readonly NearTable _table;
    private readonly ShapeTable _shapes;
    private readonly Rule[] _ofFiles;

    public NearScanner(IReadOnlyList<Rule> rules)
    {
        _table = new NearTable(rules);
        _shapes = new ShapeTable([.. rules.Where(r => r.Near.Count == 0 && r.Path.Count == 0)]);
        _ofFiles = [.. rules.Where(r => r.Near.Count == 0 && r.Path.Count > 0)];
    }

    /// <summary>Adds every match.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(NameContext context, List<Candidate> found)
    {
        ScanLines(context, found);
        var text = context.Text;
        var hits = new List<NearHit>();
        foreach (var run in new TokenRuns(text, MinLength))
        {
            // A value may go on behind a colon, and a short one behind a blank or an @.
            var goesOn = run.Length < MinLength || run.End < text.Length && text[run.End] == ':';
            var end = goesOn ? Math.Min(text.Length, run.Start + Reach) : run.End;
            if (!Irregularity.MayBeDrawn(text[run.Start..end]))
            {
                continue;
            }

            var start = run.Start;
            do
            {
                if (Stands(text, start) || start > run.Start)
                {
                    TryAt(context, start, run.End, hits, found);
                }

                start = Next(text, start, run.End);
            }
            while (start >= 0 && run.End - start >= MinLength);
        }
    }

    // Where the file's name says what it holds, a match may begin with any line.
    private void ScanLines(NameContext context, List<Candidate> found)
    {
        foreach (var rule in _ofFiles)
        {
            var text = context.Text;
            for (var line = PathGlobs.Match(rule.Path, context.Path) ? 0 : -1; line >= 0 && line < text.Length; line = text[line..].IndexOf((byte)'\n') is var next and >= 0 ? line + next + 1 : -1)
            {
                Try(text, line, line, rule, NameKind.Path, 0, found);
            }
        }
    }

    // Behind `=`, or the first or last part of an address.
    private static int Next(ReadOnlySpan<byte> text, int start, int end)
    {
        var at = text[start..end].IndexOf((byte)'=');
        if (at >= 0)
        {
            return start + at + 1 < end ? start + at + 1 : -1;
        }

        if (BehindSecretWord(text, start, end) is var word and > 0)
        {
            return word;
        }

        var slash = text[start..end].StartsWith("//"u8) ? text[start..end].LastIndexOf((byte)'/') : 0;
        return slash > 0 ? start + slash + 1 : -1;
    }

    // acme-secret-VALUE, acme_token.VALUE: behind the last separator that directly follows such a word.
    private static int BehindSecretWord(ReadOnlySpan<byte> text, int start, int end)
    {
        var best = -1;
        var run = text[start..end];
        foreach (var word in new Words(run))
        {
            if (word.Start > 64)
            {
                break;
            }

            var next = start + word.End + 1;
            if (next < end && text[next - 1] is (byte)'-' or (byte)'_' or (byte)'.' && NameWords.IsSecret(run.Slice(word.Start, word.Length)))
            {
                best = next;
            }
        }

        return best;
    }

    // Not in the middle of a path, a sum or a dotted name.
    private static bool Stands(ReadOnlySpan<byte> text, int start) =>
        start == 0 || !Bytes.IsToken(text[start - 1]) && text[start - 1] is not ((byte)'%' or (byte)'$' or (byte)'#') || text[start - 1] is (byte)'=' or (byte)'/';

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TryAt(NameContext context, int start, int end, List<NearHit> hits, List<Candidate> found)
    {
        var text = context.Text;
        foreach (var rule in _shapes.At(text[start]))
        {
            Try(text, start, end, rule, NameKind.Assigned, 0, found);
        }

        hits.Clear();
        context.MoveTo(start);
        _table.Match(context, hits);
        foreach (var hit in hits)
        {
            Try(text, start, end, hit.Rule, hit.Kind, hit.Length, found);
        }
    }

    private static void Try(ReadOnlySpan<byte> text, int start, int end, Rule rule, NameKind named, int length, List<Candidate> found)
    {
        if (rule.Pattern!.TryMatch(text[start..], out var secretStart, out var secretLength, out var matched) && Ends(text, start + matched, end))
        {
            found.Add(new Candidate(rule, new TextSpan(start + secretStart, secretLength), named, length));
        }
    }

    // The match is the whole value, give or take the end of a sentence or padding.
    private static bool Ends(ReadOnlySpan<byte> text, int end, int runEnd)
    {
        if (end >= runEnd)
        {
            return end >= text.Length || !Bytes.IsToken(text[end]);
        }

        return text[end] is (byte)'.' or (byte)'/' && end + 1 == runEnd || text[end] == '=' && runEnd - end <= 2;
    }
}
