using Sallyport.Engine.Configuration;

namespace Sallyport.Engine.Hooks;

/// <summary>What the agents' door stands on.</summary>
/// <param name="Folders">The user's folders.</param>
/// <param name="Time">The clock.</param>
/// <param name="Version">The version of Sallyport, for the ledger.</param>
public sealed record HookSetting(UserFolders Folders, TimeProvider Time, string Version);
