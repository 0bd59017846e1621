namespace Sallyport.Syntax.Shell;

/// <summary>Where a command runs, beside the shell that was given it.</summary>
[Flags]
public enum Surroundings
{
    /// <summary>Right there.</summary>
    None = 0,

    /// <summary>With the rights of another user, mostly root.</summary>
    Privileged = 1,

    /// <summary>On another machine.</summary>
    Remote = 2,

    /// <summary>In a container.</summary>
    Container = 4,

    /// <summary>Later, without the one who gave it.</summary>
    Scheduled = 8,

    /// <summary>Once for each of many inputs.</summary>
    Repeated = 16,
}
