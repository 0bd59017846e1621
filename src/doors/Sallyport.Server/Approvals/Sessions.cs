using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Sallyport.Server.Approvals;

/// <summary>Who is logged in on the web page.</summary>
internal sealed class Sessions(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);
    private readonly ConcurrentDictionary<string, Session> _open = new(StringComparer.Ordinal);

    public string Open(string person)
    {
        var now = time.GetUtcNow();
        foreach (var (old, session) in _open)
        {
            if (session.Ends <= now)
            {
                _open.TryRemove(old, out _);
            }
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _open[id] = new Session(person, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), now + Life);
        return id;
    }

    public Session? Of(string? id) => id is not null && _open.TryGetValue(id, out var session) && session.Ends > time.GetUtcNow() ? session : null;

    /// <summary>One login.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Csrf">What the page must show with every answer, so that no other site can answer for the person.</param>
    /// <param name="Ends">Until when.</param>
    internal sealed record Session(string Person, string Csrf, DateTimeOffset Ends);
}
