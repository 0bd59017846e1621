namespace Sallyport.Syntax.Shell;

/// <summary>A language of commands.</summary>
public enum ShellKind
{
    /// <summary>bash and POSIX sh.</summary>
    Bash,

    /// <summary>PowerShell.</summary>
    PowerShell,
}
