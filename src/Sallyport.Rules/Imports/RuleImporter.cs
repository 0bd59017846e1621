using Sallyport.Core;
using Sallyport.Rules.Imports.Gitleaks;
using Sallyport.Rules.Imports.Kingfisher;

namespace Sallyport.Rules.Imports;

/// <summary>Reads the rule files of other tools: gitleaks 8 (TOML) and kingfisher 1 (YAML).</summary>
/// <param name="read">Reads a file by its location, or gives null when there is none; what a file extends is asked for in the same way.</param>
public sealed class RuleImporter(Func<RuleFile, string?> read)
{
    /// <summary>Reads files; throws <see cref="UserException"/> with file, line and cause when one is broken.</summary>
    public ImportedRules Read(IEnumerable<RuleFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var notes = new NoteBook();
        return ImportedRules.Join([.. files.SelectMany(f => Read(f, notes))], notes);
    }

    private IEnumerable<ImportedRule> Read(RuleFile file, NoteBook notes)
    {
        var text = read(file) ?? throw new UserException($"`{file.Shown}` does not exist", "name a rule file of gitleaks (.toml) or kingfisher (.yml)");
        var extension = file.Shown[(file.Shown.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return extension switch
        {
            "toml" => new GitleaksFile(read).Read(file, text, notes),
            "yml" or "yaml" => KingfisherFile.Read(file.Shown, text, notes),
            _ => throw new UserException($"`{file.Shown}` is no rule file that can be imported", "gitleaks rules end with .toml, kingfisher rules with .yml or .yaml"),
        };
    }
}
