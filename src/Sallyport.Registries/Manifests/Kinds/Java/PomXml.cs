using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The manifest of Maven: dependencies, plug-ins, the parent.</summary>
internal sealed class PomXml : ManifestKind
{
    public override string Name => "pom.xml";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var project = XmlTree.Read(text)["project"];
        if (project is null)
        {
            return;
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in project.In("properties"))
        {
            properties[property.Key] = property.Text;
        }

        var group = project["groupId"]?.Text ?? project["parent"]?["groupId"]?.Text ?? "";
        properties["project.version"] = project["version"]?.Text ?? project["parent"]?["version"]?.Text ?? "";
        properties["project.groupId"] = group;
        into.Own = $"{group}:{project["artifactId"]?.Text}";
        Walk(project, properties, into);
    }

    private static void Walk(TreeNode node, Dictionary<string, string> properties, Manifest into)
    {
        foreach (var child in node.Children)
        {
            if (child.Key is "dependency" or "parent" or "plugin" or "extension")
            {
                Add(child, properties, into);
            }
            else if (child.Key == "repository" && child["url"] is { } url)
            {
                into.AddSource(url.Text, url.Span, extra: true);
            }

            if (child.Key is not ("exclusions" or "configuration"))
            {
                Walk(child, properties, into);
            }
        }
    }

    private static void Add(TreeNode node, Dictionary<string, string> properties, Manifest into)
    {
        var group = Resolve(node["groupId"]?.Text ?? (node.Key == "plugin" ? "org.apache.maven.plugins" : ""), properties);
        var artifact = node["artifactId"];
        if (group.Length > 0 && artifact is not null && Resolve(artifact.Text, properties) is { Length: > 0 } name)
        {
            var version = node["version"]?.Text is { } text ? Resolve(text, properties) : null;
            into.Add(new PackageReference(Ecosystem.Maven, $"{group}:{name}", version is { Length: > 0 } ? version : null, artifact.Span)
            {
                Development = node["scope"]?.Text == "test",
                Origin = node["scope"]?.Text == "system" || (node.Key == "parent" && node["relativePath"] is { Text.Length: > 0 }) ? PackageOrigin.Path : PackageOrigin.Registry,
            });
        }
    }

    private static string Resolve(string text, Dictionary<string, string> properties)
    {
        for (var i = 0; i < 5 && text.IndexOf("${", StringComparison.Ordinal) is >= 0 and var at && text.IndexOf('}', at) is > 0 and var end; i++)
        {
            if (!properties.TryGetValue(text[(at + 2)..end], out var value))
            {
                return "";
            }

            text = text[..at] + value + text[(end + 1)..];
        }

        return text.Trim();
    }
}
