using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Configuration;

/// <summary>What holds in every folder of a project: the nearest configuration upward counts, together with those of organisation and user.</summary>
public sealed class DirectoryPolicies : IPolicySource
{
    // A workflow that is called sallyport.yml is GitHub's, not ours.
    private const string Workflows = ".github/workflows/";

    private readonly Project _project;
    private readonly ConfigurationFiles? _files;
    private readonly PolicyLayers _layers;
    private readonly Policy _plain;
    private readonly Dictionary<string, Policy> _byFolder = new(StringComparer.Ordinal);
    private string? _lastFolder;
    private Policy? _last;

    private DirectoryPolicies(Project project, ConfigurationFiles? files, PolicyLayers layers, Configuration? only)
    {
        (_project, _files, _layers) = (project, files, layers);
        _plain = layers.Merge(only);
    }

    /// <summary>Reads the files of organisation and user; those of the tree are read when their folders are met.</summary>
    /// <param name="project">What is looked at.</param>
    /// <param name="sources">Where configuration comes from.</param>
    /// <param name="asked">What the command line asks for.</param>
    /// <param name="failOn">The threshold of the command line, where it names one.</param>
    public static DirectoryPolicies Load(Project project, ConfigurationSources sources, Policy asked, Level? failOn)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(asked);
        var files = new ConfigurationFiles(sources.Files, sources.Cache, sources.Rules);
        var layers = new PolicyLayers(
            sources.Organisation is { } organisation ? files.Load(organisation, organisation, "", upper: true) : null,
            sources.User is { } user ? files.Load(user, user, "", upper: true) : null,
            asked,
            failOn);
        if (sources.Chosen is not { } chosen)
        {
            return new DirectoryPolicies(project, asked.Trusted ? files : null, layers, null);
        }

        var configuration = files.Load(project.FullOf(chosen), chosen, "", upper: false)
            ?? throw new UserException($"`{chosen}` does not exist", "give a configuration file that does");
        return new DirectoryPolicies(project, null, layers, configuration);
    }

    /// <summary>The widest that may hold in any folder: what the detectors must be able to find.</summary>
    public Policy Widest => _layers.Widest() with { Preview = For("").Policy.Preview };

    /// <summary>How people approve what an agent asks for.</summary>
    public ApprovalTerms Approvals => _layers.Approvals();

    /// <inheritdoc/>
    public PolicyAt For(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var place = path.StartsWith('<') ? path : _project.Place(path);
        if (_files is null || place.StartsWith('<') || place.StartsWith('/'))
        {
            return new PolicyAt(_plain, place);
        }

        var inner = place.IndexOf("!/", StringComparison.Ordinal);
        var slash = (inner < 0 ? place : place[..inner]).LastIndexOf('/');
        var folder = slash < 0 ? "" : place[..(slash + 1)];
        lock (_byFolder)
        {
            if (folder != _lastFolder)
            {
                _last = InFolder(folder);
                _lastFolder = folder;
            }

            return new PolicyAt(_last!, place);
        }
    }

    private Policy InFolder(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
        {
            return known;
        }

        var file = folder + ConfigurationFiles.Name;
        var policy = !folder.EndsWith(Workflows, StringComparison.Ordinal) && _files!.Load(_project.Full(file), file, folder, upper: false) is { } own ? _layers.Merge(own)
            : folder.Length == 0 ? _plain
            : InFolder(Above(folder));
        _byFolder[folder] = policy;
        return policy;
    }

    private static string Above(string folder) => folder[..(folder.AsSpan(0, folder.Length - 1).LastIndexOf('/') + 1)];
}
