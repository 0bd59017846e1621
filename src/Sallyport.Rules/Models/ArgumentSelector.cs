namespace Sallyport.Rules.Models;

/// <summary>Names an argument of a call: by position, by name, or the object the method works on.</summary>
/// <param name="Position">0-based; <see cref="None"/> where it is by name only, <see cref="Receiver"/> for the object.</param>
/// <param name="Name">Its name; empty for none.</param>
/// <param name="Field">A part of it: a key or a position; empty for all of it.</param>
/// <param name="Onwards">Whether all further ones are meant, too.</param>
public readonly record struct ArgumentSelector(int Position, string Name, string Field = "", bool Onwards = false)
{
    /// <summary>No position.</summary>
    public const int None = -1;

    /// <summary>The object that the method works on.</summary>
    public const int Receiver = -2;
}
