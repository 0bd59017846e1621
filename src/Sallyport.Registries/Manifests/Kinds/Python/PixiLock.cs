using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of pixi.</summary>
internal sealed class PixiLock : ManifestKind
{
    public override string Name => "pixi.lock";

    public override Ecosystem Ecosystem => Ecosystem.Conda;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("packages"))
        {
            var address = package["conda"] ?? package["pypi"] ?? package["url"];
            var pypi = package["pypi"] is not null || package.TextOf("kind") == "pypi";
            var (name, version) = (package.TextOf("name"), package.TextOf("version"));
            if (name is null && address is not null)
            {
                var parts = address.Text[(address.Text.LastIndexOf('/') + 1)..].Split('-');
                (name, version) = parts.Length > 2 ? (string.Join('-', parts[..^2]), parts[^2]) : (parts[0], null);
            }

            into.Add(new PackageReference(pypi ? Ecosystem.PyPi : Ecosystem.Conda, name ?? "", version, package["name"]?.Span ?? address?.Span ?? default) { Resolved = address?.Text, Integrity = package.TextOf("sha256") });
        }
    }
}
