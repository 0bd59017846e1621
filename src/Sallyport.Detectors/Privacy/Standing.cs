namespace Sallyport.Detectors.Privacy;

/// <summary>Whom a value leads to.</summary>
internal enum Standing
{
    /// <summary>Somebody.</summary>
    Personal,

    /// <summary>A role, a service, a machine of a private network.</summary>
    Impersonal,

    /// <summary>Nobody: set aside for documentation and tests.</summary>
    Reserved,
}
