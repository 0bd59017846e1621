using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The manifest of Python projects: PEP 621 and 735, Poetry, PDM, uv, Hatch, build requirements.</summary>
internal sealed class PyprojectToml : ManifestKind
{
    public override string Name => "pyproject.toml";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        var project = root["project"];
        var poetry = root["tool"]?["poetry"];
        into.Own = project?.TextOf("name") ?? poetry?.TextOf("name");
        Texts(project?["dependencies"], false, into);
        Texts(root["build-system"]?["requires"], true, into);
        Groups(project?["optional-dependencies"], false, into);
        Groups(root["dependency-groups"], true, into);
        Groups(root["tool"]?["pdm"]?["dev-dependencies"], true, into);
        Texts(root["tool"]?["uv"]?["dev-dependencies"], true, into);
        foreach (var environment in root["tool"]?["hatch"]?.In("envs") ?? [])
        {
            Texts(environment["dependencies"], true, into);
            Texts(environment["extra-dependencies"], true, into);
        }

        Tables(poetry?["dependencies"], false, into);
        Tables(poetry?["dev-dependencies"], true, into);
        foreach (var group in poetry?.In("group") ?? [])
        {
            Tables(group["dependencies"], true, into);
        }

        foreach (var source in (IReadOnlyList<TreeNode>)[.. poetry?.In("source") ?? [], .. root["tool"]?["uv"]?.In("index") ?? [], .. root["tool"]?["pdm"]?.In("source") ?? []])
        {
            if (source["url"] is { } url)
            {
                into.AddSource(url.Text, url.Span, source.TextOf("priority") is "supplemental" || source.TextOf("secondary") == "true");
            }
        }
    }

    private static void Groups(TreeNode? groups, bool development, Manifest into)
    {
        foreach (var group in groups?.Children ?? [])
        {
            Texts(group, development, into);
        }
    }

    private static void Texts(TreeNode? list, bool development, Manifest into)
    {
        foreach (var requirement in list?.Children ?? [])
        {
            if (requirement.IsText)
            {
                Requirement.Add(requirement.Text, requirement.Span.Start, into, development);
            }
        }
    }

    private static void Tables(TreeNode? table, bool development, Manifest into)
    {
        foreach (var dependency in table?.Children ?? [])
        {
            if (dependency.Key == "python")
            {
                continue;
            }

            var address = dependency.TextOf("git") ?? dependency.TextOf("url");
            into.Add(new PackageReference(Ecosystem.PyPi, dependency.Key, dependency.IsScalar ? dependency.Text : dependency.TextOf("version"), dependency.KeySpan)
            {
                Resolved = address,
                Origin = dependency.TextOf("git") is not null ? PackageOrigin.Git : dependency.TextOf("url") is not null ? PackageOrigin.Url : dependency.TextOf("path") is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                Development = development || dependency.TextOf("optional") == "true",
            });
        }
    }
}
