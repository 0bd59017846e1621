namespace Sallyport.Engine;

/// <summary>The binary resources that the build embeds.</summary>
internal static class EmbeddedData
{
    public static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
