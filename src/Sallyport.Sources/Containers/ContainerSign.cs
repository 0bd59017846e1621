namespace Sallyport.Sources.Containers;

/// <summary>Tells a container by its first bytes: a name proves nothing.</summary>
internal static class ContainerSign
{
    public static ContainerKind Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] or [(byte)'C', (byte)'r', (byte)'2', (byte)'4', ..] => ContainerKind.Zip,
        [0x1F, 0x8B, 8, ..] => ContainerKind.Gzip,
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] => ContainerKind.Bzip2,
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => ContainerKind.Xz,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => ContainerKind.Zstandard,
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => ContainerKind.SevenZip,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => ContainerKind.Rar,
        _ => TarHeader.Fits(head) ? ContainerKind.Tar : ContainerKind.None,
    };

    /// <summary>The name of a format that is recognised but not opened; null for those that are.</summary>
    public static string? Unopened(ContainerKind kind) => kind switch
    {
        ContainerKind.Bzip2 => "bzip2",
        ContainerKind.Xz => "xz",
        ContainerKind.Zstandard => "zstd",
        ContainerKind.SevenZip => "7z",
        ContainerKind.Rar => "rar",
        _ => null,
    };
}
