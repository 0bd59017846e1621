namespace Sallyport.Sources.Disks;

/// <summary>What a name in a folder stands for.</summary>
internal enum EntryType : byte
{
    Unknown,
    File,
    Folder,
    SymbolicLink,
    Pipe,
    Socket,
    Device,
}
