using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of R's renv.</summary>
internal sealed class RenvLock : ManifestKind
{
    public override string Name => "renv.lock";

    public override Ecosystem Ecosystem => Ecosystem.Cran;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("Packages"))
        {
            into.Add(new PackageReference(Ecosystem.Cran, package.TextOf("Package") ?? package.Key, package.TextOf("Version"), package.KeySpan)
            {
                Origin = package.TextOf("Source") is "GitHub" or "GitLab" or "Git" or "Bitbucket" ? PackageOrigin.Git : PackageOrigin.Registry, Integrity = package.TextOf("Hash"),
            });
        }
    }
}
