namespace Sallyport.Engine.Configuration;

/// <summary>Where Sallyport keeps what belongs to the user and to the machine.</summary>
/// <param name="environment">Reads an environment variable; null for one that is missing or empty.</param>
/// <param name="exists">Whether a file is there.</param>
public class UserFolders(Func<string, string?> environment, Func<string, bool> exists)
{
    /// <summary>The variable that names the organisation's policy where the machine has none.</summary>
    public const string PolicyVariable = "SALLYPORT_POLICY";

    private const string MachinePolicy = "/etc/sallyport/policy.yml";

    /// <summary>The user's home; null where there is none.</summary>
    public string? Home => environment("HOME");

    /// <summary>Compiled forms; can be deleted at any time.</summary>
    public string? Cache => Folder("XDG_CACHE_HOME", ".cache");

    /// <summary>The user's policy and rules.</summary>
    public string? Configuration => Folder("XDG_CONFIG_HOME", ".config");

    /// <summary>What cannot be made again: keys, and the maps that lead back from placeholders.</summary>
    public string? Data => Folder("XDG_DATA_HOME", ".local/share");

    /// <summary>The ledger and the queue of approvals.</summary>
    public string? State => Folder("XDG_STATE_HOME", ".local/state");

    /// <summary>The user's policy.</summary>
    public string? Policy => Configuration is { } folder ? Path.Combine(folder, "policy.yml") : null;

    /// <summary>The organisation's policy: the machine's own, and only where there is none the one that the environment names.</summary>
    public string OrganisationPolicy => exists(MachinePolicy) ? MachinePolicy : environment(PolicyVariable) ?? MachinePolicy;

    private string? Folder(string variable, string below)
    {
        var home = environment(variable) is { } set && Path.IsPathRooted(set) ? set
            : environment("HOME") is { } user ? Path.Combine(user, below)
            : null;
        return home is null ? null : Path.Combine(home, "sallyport");
    }
}
