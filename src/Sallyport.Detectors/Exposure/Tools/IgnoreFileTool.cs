using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>A tool with an ignore file in the language of git's.</summary>
public abstract class IgnoreFileTool : AssistantTool
{
    private const string Begin = "# >>> sallyport init --ignore-files: made from `private:` in sallyport.yml and the list in docs/exposure.md";
    private const string Empty = "; the file was empty";
    private const string Open = "; the line above has no end";
    private const string End = "# <<< sallyport init --ignore-files";

    /// <summary>The name of the ignore file.</summary>
    public abstract string IgnoreFile { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [IgnoreFile];

    /// <inheritdoc/>
    public override string Change => $"name it in {IgnoreFile}";

    /// <inheritdoc/>
    public override string? Generated => IgnoreFile;

    /// <summary>Whether <c>!</c> takes files back.</summary>
    public virtual bool HasNegation => true;

    /// <inheritdoc/>
    public override string Generate(string? text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rest = text is null ? null : Remove(text, list);
        var was = rest is null ? "" : rest.Length == 0 ? Empty : rest.EndsWith('\n') ? "" : Open;
        return $"{rest}{(was == Open ? "\n" : "")}{Begin}{was}\n{string.Concat(Lines(list).Select(l => l + "\n"))}{End}\n";
    }

    /// <inheritdoc/>
    public override string? Remove(string text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = text.IndexOf(Begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(End, from, StringComparison.Ordinal);
        if (to < 0)
        {
            return text;
        }

        from -= text.AsSpan(from + Begin.Length).StartsWith(Open) ? 1 : 0;
        var line = text.IndexOf('\n', to);
        var rest = text[..from] + (line < 0 ? "" : text[(line + 1)..]);
        return rest.Length > 0 || text.AsSpan(from + Begin.Length).StartsWith(Empty) ? rest : null;
    }

    internal override ToolCover Read(ToolFiles files, IReadOnlyList<NameFact> names)
    {
        var lines = new IgnoreLines();
        foreach (var (fact, folder) in IgnoreFiles(files))
        {
            lines.Add(fact, folder);
        }

        var off = WhyOff(files);
        var shell = Shell(files);
        var cover = new ToolCover((name, place) => Judge(files, lines, off is not null, name, place))
        {
            Shell = shell.Access,
            ShellChange = shell.Change,
            ShellAt = shell.At,
            EnvironmentChange = EnvironmentChange(files, names),
            ListAt = files.At(IgnoreFile),
            OutOfStep = list => Missing(files.At(IgnoreFile), list),
        };
        if (off is not null)
        {
            cover.Problems.Add(off);
        }

        return cover;
    }

    /// <summary>The ignore files that hold, outer folders first.</summary>
    internal virtual IEnumerable<(SettingsFact Fact, string Folder)> IgnoreFiles(ToolFiles files) => files.Named(IgnoreFile);

    /// <summary>What switches the ignore file off; null for nothing.</summary>
    internal virtual ToolCover.Problem? WhyOff(ToolFiles files) => null;

    /// <summary>Whether a shell reads what is ignored.</summary>
    internal virtual (ToolCover.ShellAccess Access, string Change, SettingsFact? At) Shell(ToolFiles files) => (ToolCover.ShellAccess.None, "", null);

    /// <summary>What keeps the tool from loading the project's environment file; null where it does not.</summary>
    internal virtual string? EnvironmentChange(ToolFiles files, IReadOnlyList<NameFact> names) => null;

    /// <summary>Whether something beside its lines covers a file.</summary>
    internal virtual bool Covers(ToolFiles files, NameFact name) => false;

    private ToolCover.Verdict Judge(ToolFiles files, IgnoreLines lines, bool off, NameFact name, string place)
    {
        if (off)
        {
            return new ToolCover.Verdict(ToolCover.State.Open);
        }

        var decision = lines.Decide(place, HasNegation);
        if (decision is { Ignored: false } && lines.EverIgnored(place))
        {
            var by = decision.Value.By;
            return new ToolCover.Verdict(ToolCover.State.TakenBack, new("reincluded-file", by.Fact, by.Span, $"`{by.Text}` lets {Name} read {place} again", "take the line out, or make it name no private file"));
        }

        return new ToolCover.Verdict(decision is { Ignored: true } || Covers(files, name) ? ToolCover.State.Covered : ToolCover.State.Open);
    }

    // A line of the list that is written in other words covers as well; what counts is that the file says it.
    private List<string> Missing(SettingsFact? fact, PrivateList list)
    {
        var text = fact is null ? "" : Encoding.UTF8.GetString(fact.Text);
        var there = text.Split('\n').Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. (text.Contains(Begin, StringComparison.Ordinal) ? Lines(list) : list.Own.Where(Writes)).Where(l => !there.Contains(l))];
    }

    private IEnumerable<string> Lines(PrivateList list) => list.Lines.Where(Writes);

    private bool Writes(string line) => HasNegation || !line.StartsWith('!');
}
