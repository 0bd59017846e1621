namespace Sallyport.Sources.Containers;

/// <summary>What holds other files.</summary>
internal enum ContainerKind
{
    None,
    Zip,
    Gzip,
    Tar,
    Bzip2,
    Xz,
    Zstandard,
    SevenZip,
    Rar,
}
