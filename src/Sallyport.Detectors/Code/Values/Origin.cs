namespace Sallyport.Detectors.Code.Values;

/// <summary>Who wrote a text that a program reads.</summary>
internal enum Origin
{
    /// <summary>Somebody on the network.</summary>
    Remote,

    /// <summary>A language model.</summary>
    Model,

    /// <summary>Whoever starts the program: arguments, environment, its own input.</summary>
    Local,

    /// <summary>Whoever calls a function that nothing in the project calls.</summary>
    Caller,

    /// <summary>The program itself: a value that must not get out, such as a password or an error's text.</summary>
    Secret,

    /// <summary>A file or a database that others may write to.</summary>
    Stored,
}
