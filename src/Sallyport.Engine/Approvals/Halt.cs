using System.Text;
using Sallyport.Ledger.Durable;

namespace Sallyport.Engine.Approvals;

/// <summary>The order that every agent of a project stop. It holds until somebody lifts it.</summary>
public sealed class Halt(string folder, TimeProvider time)
{
    private const string Name = "halt";
    private readonly DurableFolder _folder = new(folder);

    /// <summary>Who called it, when and why; null when none is in force. One that cannot be read is in force.</summary>
    public string? InForce()
    {
        try
        {
            return _folder.Read(Name) is { } order ? Encoding.UTF8.GetString(order) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"an order that cannot be read: {e.Message}";
        }
    }

    /// <summary>Stops every agent.</summary>
    public void Call(string person, string reason) =>
        _folder.Write(Name, Encoding.UTF8.GetBytes($"{person} at {time.GetUtcNow():yyyy-MM-dd HH:mm:ssZ}{(reason.Length > 0 ? ": " + reason : "")}"));

    /// <summary>Lets them go on; false when there was none.</summary>
    public bool Lift() => _folder.Claim(Name) is not null;
}
