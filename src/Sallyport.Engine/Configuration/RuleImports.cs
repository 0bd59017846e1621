using System.Text;
using Sallyport.Core;
using Sallyport.Core.Policy;
using Sallyport.Rules.Imports;

namespace Sallyport.Engine.Configuration;

/// <summary>The rule files of other tools that a scan was told of: by its configurations, and on the command line. None is taken up unasked.</summary>
public sealed class RuleImports
{
    private const int Longest = 16 << 20;
    private readonly Project _project;
    private readonly ConfigurationSources _sources;
    private readonly List<RuleFile> _files = [];

    private RuleImports(Project project, ConfigurationSources sources) => (_project, _sources) = (project, sources);

    /// <summary>Reads them; null when there are none.</summary>
    /// <param name="project">What is looked at.</param>
    /// <param name="sources">Where configuration comes from.</param>
    /// <param name="trusted">Whether the tree's own configuration counts.</param>
    /// <param name="named">Files that the command line names.</param>
    public static ImportedRules? Load(Project project, ConfigurationSources sources, bool trusted, IReadOnlyList<string> named)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(named);
        var imports = new RuleImports(project, sources);
        imports.AddConfigured(trusted);
        foreach (var file in named)
        {
            imports._files.Add(new RuleFile(file, project.FullOf(file)));
        }

        return imports._files.Count == 0 ? null : new RuleImporter(imports.Read).Read(imports._files);
    }

    private void AddConfigured(bool trusted)
    {
        var files = new ConfigurationFiles(_sources.Files, _sources.Cache, _sources.Rules);
        foreach (var upper in new[] { _sources.Organisation, _sources.User })
        {
            if (upper is not null)
            {
                Add(files.Read(upper, upper, "", upper: true), upper);
            }
        }

        if (_sources.Chosen is { } chosen)
        {
            Add(files.Read(_project.FullOf(chosen), chosen, "", upper: false), _project.FullOf(chosen));
        }
        else if (trusted)
        {
            AddNearest(files);
        }
    }

    private void AddNearest(ConfigurationFiles files)
    {
        for (var folder = _project.Start; ; folder = folder[..(folder.AsSpan(0, folder.Length - 1).LastIndexOf('/') + 1)])
        {
            var file = folder + ConfigurationFiles.Name;
            if (files.Read(_project.Full(file), file, folder, upper: false) is { } configuration)
            {
                Add(configuration, _project.Full(file));
                return;
            }

            if (folder.Length == 0)
            {
                return;
            }
        }
    }

    private void Add(Configuration? configuration, string location)
    {
        for (var i = 0; i < (configuration?.Imports.Count ?? 0); i++)
        {
            var import = configuration!.Imports[i];
            var beside = new RuleFile(configuration.File, location).Beside(import.Path);
            var file = beside with { Location = Path.GetFullPath(beside.Location) };
            if (import.Path.Contains('*', StringComparison.Ordinal))
            {
                AddAll(file, new ConfigurationPlace(configuration.File, import.Line));
            }
            else if (_sources.Files.Exists(file.Location))
            {
                _files.Add(file);
            }
            else
            {
                throw new UserException($"{configuration.File}:{import.Line}: `{import.Path}` does not exist", "a path is looked up beside the configuration that names it");
            }
        }
    }

    private void AddAll(RuleFile glob, ConfigurationPlace place)
    {
        var fixedPart = glob.Location[..glob.Location.IndexOf('*', StringComparison.Ordinal)];
        var folder = fixedPart[..(fixedPart.LastIndexOf('/') + 1)];
        var shownFolder = glob.Shown[..^(glob.Location.Length - folder.Length)];
        var pattern = new PathPattern("/" + glob.Location[folder.Length..]);
        var extension = Path.GetExtension(glob.Location);
        var before = _files.Count;
        foreach (var file in _sources.Files.Below(folder.TrimEnd('/'), extension.Contains('*', StringComparison.Ordinal) ? "" : extension))
        {
            var below = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (pattern.Matches(below))
            {
                _files.Add(new RuleFile(shownFolder + below, file));
            }
        }

        if (_files.Count == before)
        {
            throw new UserException($"{place}: no file fits `{glob.Shown}`", "a glob is looked up beside the configuration that names it: * in a name, ** across folders");
        }
    }

    private string? Read(RuleFile file)
    {
        try
        {
            var data = _sources.Files.IsFolder(file.Location) ? null : _sources.Files.Read(file.Location);
            return data is null ? null
                : data.Length > Longest ? throw new UserException($"`{file.Shown}` is longer than {Longest >> 20} MiB", "a rule file is short: is it the right one?")
                : Encoding.UTF8.GetString(data).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"`{file.Shown}` cannot be read: {e.Message}", "give it read permission, or name another");
        }
    }
}
