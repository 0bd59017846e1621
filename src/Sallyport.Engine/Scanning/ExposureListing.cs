using Sallyport.Core;
using Sallyport.Core.Files;
using Sallyport.Core.Policy;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure;
using Sallyport.Detectors.Exposure.Tools;
using Sallyport.Engine.Configuration;
using Sallyport.Sources.Files;

namespace Sallyport.Engine.Scanning;

/// <summary>Decides what of a project is listed by name, so that it can be told what AI tools may read of it.</summary>
public static class ExposureListing
{
    /// <summary>The listing of a project; null where no AI tool shows itself, so that nothing is walked for it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="policy">What holds at its root.</param>
    /// <param name="files">Where tools are looked for.</param>
    /// <param name="home">The user's home folder; null where there is none.</param>
    /// <param name="always">Whether it is made where no tool shows itself, too.</param>
    public static TreeListing? Of(Project project, Policy policy, IFiles files, string? home, bool always = false)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(files);
        if (!always && policy.Assistants.Count == 0 && !AssistantTools.AnyShows(marker => files.Exists(project.Full(marker))))
        {
            return null;
        }

        foreach (var name in policy.Assistants)
        {
            if (AssistantTools.All.All(t => t.Id != name))
            {
                var known = AssistantTools.All.Select(t => t.Id).ToArray();
                throw new UserException($"`assistants` names `{name}`, which is no tool that is known", Spelling.Nearest(name, known) is { } near ? $"did you mean `{near}`?" : $"known are {string.Join(", ", known)}");
            }
        }

        var list = new PrivateList(policy.Private);
        return new TreeListing
        {
            Choose = place => Choose(list, place),
            Describe = ListingText.OfName,
            Project = (ListingText.Project, ListingText.OfProject(policy.Private, policy.Assistants)),
            Elsewhere = home is null ? [] : [.. AssistantTools.All.SelectMany(t => t.Files).Where(f => f.StartsWith("~/", StringComparison.Ordinal)).Distinct().Select(f => (f, Path.Combine(home, f[2..])))],
        };
    }

    private static TreeListing.As Choose(PrivateList list, string place)
    {
        if (AssistantTools.Reads(place))
        {
            return TreeListing.As.Content;
        }

        return list.Find(place) is not null || PrivateList.Spellings(place).Any(s => list.Find(s) is not null) || AssistantTools.Marks(place) ? TreeListing.As.Name : TreeListing.As.Nothing;
    }
}
