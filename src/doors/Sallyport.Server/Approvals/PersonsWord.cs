using System.Text.Json;
using Sallyport.Engine.Approvals;

namespace Sallyport.Server.Approvals;

/// <summary>A person's answer as a page or another program sends it.</summary>
/// <param name="Project">The root of the project.</param>
/// <param name="Id">The request.</param>
/// <param name="Approves">Whether it is an approval; a denial otherwise.</param>
internal sealed record PersonsWord(string Project, string Id, bool Approves)
{
    private const int LongestGrant = 480;

    /// <summary>Who says so, by their own word.</summary>
    public string Approver { get; init; } = "";

    /// <summary>When they said so, in seconds since 1970; 0 when they did not say.</summary>
    public long Time { get; init; }

    public int? Minutes { get; init; }

    public bool Like { get; init; }

    public string? Override { get; init; }

    public GrantTerms Terms(TimeSpan hold) => Minutes is { } minutes
        ? new GrantTerms(TimeSpan.FromMinutes(Math.Clamp(minutes, 1, LongestGrant))) { Once = false, Like = Like, Override = Override }
        : new GrantTerms(hold) { Override = Override };

    /// <summary>Reads an answer; null for what is none.</summary>
    public static PersonsWord? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.GetProperty("verdict").GetString() is "approve" or "deny"
                ? new PersonsWord(root.GetProperty("project").GetString()!, root.GetProperty("id").GetString()!, root.GetProperty("verdict").GetString() == "approve")
                {
                    Approver = root.TryGetProperty("approver", out var approver) ? approver.GetString()! : "",
                    Time = root.TryGetProperty("time", out var time) ? time.GetInt64() : 0,
                    Minutes = root.TryGetProperty("minutes", out var minutes) ? minutes.GetInt32() : null,
                    Like = root.TryGetProperty("like", out var like) && like.GetBoolean(),
                    Override = root.TryGetProperty("override", out var why) ? why.GetString() : null,
                }
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
