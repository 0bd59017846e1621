using System.Security.Cryptography;
using System.Text;
using Sallyport.Core;
using Sallyport.Ledger.Durable;

namespace Sallyport.Engine.Approvals;

/// <summary>The keys of approving, in the user's configuration: what seals grants, who may approve from elsewhere, and one-time logins.</summary>
public sealed class ApproverKeys(string configuration, TimeProvider time)
{
    private const string SealName = "seal";
    private static readonly TimeSpan LoginLife = TimeSpan.FromMinutes(2);
    private readonly DurableFolder _folder = new(Path.Combine(configuration, "approvers"));
    private readonly DurableFolder _logins = new(Path.Combine(configuration, "approvers", "logins"));

    /// <summary>What seals grants; made when it is first needed.</summary>
    public byte[] Seal()
    {
        if (_folder.Read(SealName) is { Length: 32 } key)
        {
            return key;
        }

        _folder.Write(SealName, RandomNumberGenerator.GetBytes(32));
        return _folder.Read(SealName)!;
    }

    /// <summary>Makes a key for a person who approves on the web page or by webhook; an older one of theirs is void.</summary>
    public string Enrol(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@') || name[0] == '.')
        {
            throw new UserException($"`{name}` cannot be an approver's name", "use letters, digits and - _ . @");
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _folder.Write("person-" + name, Encoding.ASCII.GetBytes(key));
        return key;
    }

    /// <summary>Takes a person's key back; false when they had none.</summary>
    public bool Dismiss(string name) => _folder.Claim("person-" + name) is not null;

    /// <summary>Who has a key.</summary>
    public IReadOnlyList<string> Enrolled() => [.. _folder.Names("person-").Select(n => n["person-".Length..])];

    /// <summary>A person's key; null when they have none.</summary>
    public string? KeyOf(string name) => Enrolled().Contains(name) && _folder.Read("person-" + name) is { } key ? Encoding.ASCII.GetString(key) : null;

    /// <summary>A code that lets a person into the web page once, soon.</summary>
    public string NewLogin(string name)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        _logins.Write(code, Encoding.UTF8.GetBytes($"{(time.GetUtcNow() + LoginLife).ToUnixTimeMilliseconds()} {name}"));
        return code;
    }

    /// <summary>Whose login this is; null when it is none, was used, or has run out.</summary>
    public string? UseLogin(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 40 || !code.All(char.IsAsciiHexDigitLower) || _logins.Claim(code) is not { } data)
        {
            return null;
        }

        var (until, name) = Encoding.UTF8.GetString(data).Split(' ', 2) is [var left, var right] ? (left, right) : ("0", "");
        return long.TryParse(until, out var limit) && time.GetUtcNow().ToUnixTimeMilliseconds() < limit ? name : null;
    }
}
