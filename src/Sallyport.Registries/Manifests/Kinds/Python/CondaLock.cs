using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of conda-lock.</summary>
internal sealed class CondaLock : ManifestKind
{
    public override string Name => "conda-lock.yml";

    public override Ecosystem Ecosystem => Ecosystem.Conda;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("package"))
        {
            into.Add(new PackageReference(package.TextOf("manager") == "pip" ? Ecosystem.PyPi : Ecosystem.Conda, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default)
            {
                Resolved = package.TextOf("url"), Integrity = package["hash"]?.TextOf("sha256"),
            });
        }
    }
}
