namespace Sallyport.Registries.Clients;

/// <summary>What the user's package clients see: environment, files, and what they say of themselves.</summary>
/// <param name="Environment">Reads a variable; null when it is not set.</param>
/// <param name="ReadText">Reads a file; null when there is none.</param>
/// <param name="Ask">Runs a client with a question; null when it is not installed or says no.</param>
/// <param name="Folder">The folder the client would be started in.</param>
public sealed record ClientSurroundings(Func<string, string?> Environment, Func<string, string?> ReadText, Func<string, string[], string?> Ask, string Folder)
{
    /// <summary>The user's home; the folder itself where nobody says.</summary>
    public string Home => Environment("HOME") ?? Environment("USERPROFILE") ?? Folder;

    /// <summary>The folder and those above it, the nearest first.</summary>
    public IEnumerable<string> Above()
    {
        for (var folder = Folder; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder)!)
        {
            yield return folder;
        }
    }

    internal static Uri? Address(string? text)
    {
        if (text is null || !Uri.TryCreate(text.Trim().Trim('"', '\''), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
    }

    /// <summary>An address with the credentials in it taken out, as a header.</summary>
    internal static RegistryEndpoint? Endpoint(string? text, string from, string? authorization = null)
    {
        if (Address(text) is not { } address)
        {
            return null;
        }

        if (address.UserInfo.Length > 0)
        {
            authorization ??= Basic(Uri.UnescapeDataString(address.UserInfo));
            address = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        }

        return new RegistryEndpoint(address, authorization, from);
    }

    internal static string Basic(string userAndPassword) => "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(userAndPassword));
}
