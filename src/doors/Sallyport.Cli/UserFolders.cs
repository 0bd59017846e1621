using Sallyport.Cli.Terminals;

namespace Sallyport.Cli;

/// <summary>Where Sallyport keeps what belongs to the user and to the machine.</summary>
internal sealed class UserFolders(Terminal terminal)
{
    /// <summary>Compiled forms; can be deleted at any time.</summary>
    public string? Cache => Folder("XDG_CACHE_HOME", ".cache");

    /// <summary>The user's policy and rules.</summary>
    public string? Configuration => Folder("XDG_CONFIG_HOME", ".config");

    /// <summary>The ledger.</summary>
    public string? State => Folder("XDG_STATE_HOME", ".local/state");

    /// <summary>The user's policy.</summary>
    public string? Policy => Configuration is { } folder ? Path.Combine(folder, "policy.yml") : null;

    /// <summary>The organisation's policy: the machine's own, and only where there is none the one that the environment names.</summary>
    public string OrganisationPolicy => File.Exists(MachinePolicy) ? MachinePolicy : terminal.Environment("SALLYPORT_POLICY") ?? MachinePolicy;

    private const string MachinePolicy = "/etc/sallyport/policy.yml";

    private string? Folder(string variable, string below)
    {
        var home = terminal.Environment(variable) is { } set && Path.IsPathRooted(set) ? set
            : terminal.Environment("HOME") is { } user ? Path.Combine(user, below)
            : null;
        return home is null ? null : Path.Combine(home, "sallyport");
    }
}
