using System.Globalization;

namespace Sallyport.Hook;

/// <summary>Where the resident server listens, as its own file says.</summary>
/// <param name="Port">The port on loopback.</param>
/// <param name="Token">What a client shows.</param>
/// <param name="Nonce">What the server must show in return.</param>
internal sealed record Door(int Port, string Token, string Nonce)
{
    /// <summary>The door of a running server; null when none runs.</summary>
    public static Door? Find()
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } set && Path.IsPathRooted(set) ? set
            : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local/state")
            : null;
        try
        {
            return state is not null && File.ReadAllText(Path.Combine(state, "sallyport/serve/door")).Split(' ', '\n') is [var port, var token, var nonce, ..]
                && nonce != "-" && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Door(number, token, nonce)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // No server: the full decision follows.
        }
    }
}
