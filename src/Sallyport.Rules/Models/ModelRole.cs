namespace Sallyport.Rules.Models;

/// <summary>What an entry of a model says of an API.</summary>
public enum ModelRole
{
    /// <summary>It gives an instance of the type that <see cref="ModelEntry.Kind"/> names.</summary>
    Type,

    /// <summary>Members that the type lacks are those of the type that <see cref="ModelEntry.Kind"/> names.</summary>
    Base,

    /// <summary>It gives text from the origin that <see cref="ModelEntry.Kind"/> names.</summary>
    Source,

    /// <summary>The arguments must not be tainted for a kind.</summary>
    Sink,

    /// <summary>The result is the arguments, made safe for a kind.</summary>
    Sanitizer,

    /// <summary>The result carries the taint of these arguments only.</summary>
    Pass,

    /// <summary>The result carries no taint.</summary>
    Clean,

    /// <summary>It is true only when the arguments are safe for a kind.</summary>
    Guard,

    /// <summary>It returns only when the arguments are safe for a kind.</summary>
    Check,

    /// <summary>A function decorated with it, or a method of a class derived from it, is called from outside: parameters come from an origin or are of a type.</summary>
    Handler,

    /// <summary>The result of such a function must not be tainted for a kind.</summary>
    HandlerResult,

    /// <summary>It calls the argument with values of these types or origins.</summary>
    Callback,

    /// <summary>A parameter of that name is of the type that <see cref="ModelEntry.Kind"/> names, in files that import the package.</summary>
    Parameter,

    /// <summary>The call by itself is a weakness of a kind.</summary>
    Use,
}
