namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads a trained table that the assembly carries.</summary>
internal static class ModelResource
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(ModelResource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the assembly carries no {name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
