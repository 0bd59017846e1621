namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Terraform and OpenTofu.</summary>
internal sealed class TerraformLock : ManifestKind
{
    public override string Name => ".terraform.lock.hcl";

    public override Ecosystem Ecosystem => Ecosystem.Terraform;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var (name, place) = ("", default(Core.Text.TextSpan));
        while (lines.Next())
        {
            var parts = lines.Text.Trim().Split('"');
            if (parts.Length > 1 && parts[0] == "provider ")
            {
                (name, place) = (parts[1], lines.Place(parts[1]));
            }
            else if (parts.Length > 1 && parts[0].StartsWith("version", StringComparison.Ordinal) && name.Length > 0)
            {
                into.Add(Ecosystem.Terraform, name, parts[1], place);
                name = "";
            }
        }
    }
}
