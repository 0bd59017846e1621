namespace Sallyport.Registries.Manifests;

/// <summary>A kind of file that names packages.</summary>
public abstract class ManifestKind
{
    /// <summary>What it is called, such as <c>Cargo.lock</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The ecosystem of its packages, or most of them.</summary>
    public abstract Ecosystem Ecosystem { get; }

    /// <summary>Whether it pins exact versions.</summary>
    public virtual bool IsLock => true;

    internal abstract void Read(ReadOnlySpan<byte> text, Manifest into);

    /// <summary>Reads a file; what is no such file ends in <see cref="Manifest.Fault"/>, never in an exception.</summary>
    public Manifest Read(string path, ReadOnlySpan<byte> text)
    {
        var manifest = new Manifest(this, path);
        try
        {
            Read(text, manifest);
        }
        catch (FormatException e)
        {
            manifest.Fault = e.Message;
        }

        return manifest;
    }
}
