using Sallyport.Rules.Imports;

namespace Sallyport.Rules.Tests.Imports;

/// <summary>Rule files by name, as a disk would have them.</summary>
internal sealed class RuleFolder
{
    private readonly Dictionary<string, string> _files = [];

    public RuleFolder With(string name, string text)
    {
        _files.Add(name, text);
        return this;
    }

    public ImportedRules Import(params string[] files) =>
        new RuleImporter(f => _files.GetValueOrDefault(f.Location)).Read((files.Length > 0 ? files : _files.Keys.Take(1)).Select(f => new RuleFile(f, f)));
}
