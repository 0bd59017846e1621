namespace Sallyport.Detectors.Privacy;

/// <summary>What the name of a file says of the data in it.</summary>
internal enum DataFile
{
    /// <summary>Source, settings, documentation, manifests: addresses in it are its authors', numbers its constants.</summary>
    None,

    /// <summary>Text of any form: logs, dumps, outputs, mail.</summary>
    Text,

    /// <summary>Records with keys.</summary>
    Records,

    /// <summary>Delimited columns.</summary>
    Table,
}
