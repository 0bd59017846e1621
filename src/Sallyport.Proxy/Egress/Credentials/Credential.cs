using System.Security.Cryptography;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress.Credentials;

/// <summary>A credential that the sandbox holds only a stand-in for: the proxy puts the real one in, towards one host, over verified TLS.</summary>
public sealed class Credential
{
    private const int Shortest = 16;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private readonly Func<DateTimeOffset, string?> _value;
    private long _uses;

    /// <summary>Makes a credential whose value is known.</summary>
    /// <param name="name">The variable that the sandbox finds the stand-in in.</param>
    /// <param name="host">The host it is for.</param>
    /// <param name="value">Its value.</param>
    public Credential(string name, string host, string value)
        : this(name, host, value, _ => value)
    {
    }

    /// <summary>Makes a credential that is minted, expires and can be revoked.</summary>
    /// <param name="name">The variable that the sandbox finds the stand-in in.</param>
    /// <param name="host">The host it is for.</param>
    /// <param name="first">Its first value, which gives the stand-in its length: answers that repeat the value keep theirs.</param>
    /// <param name="value">Gives the value at a time; null when it has expired or was revoked.</param>
    public Credential(string name, string host, string first, Func<DateTimeOffset, string?> value)
    {
        ArgumentNullException.ThrowIfNull(first);
        (Name, Host, _value) = (name, HostName.Canonical(host) ?? throw new UserException($"`{host}` is no host", "name the one host that the credential is for"), value);
        if (first.Length < Shortest)
        {
            throw new UserException($"{name} is too short for a credential", $"it needs at least {Shortest} characters");
        }

        Sentinel = ("standin" + RandomNumberGenerator.GetString(Letters, Math.Max(first.Length, 24)))[..first.Length];
    }

    /// <summary>The variable.</summary>
    public string Name { get; }

    /// <summary>The one host that gets the value.</summary>
    public string Host { get; }

    /// <summary>What the sandbox sees instead.</summary>
    public string Sentinel { get; }

    /// <summary>The value that was used last.</summary>
    internal string? Last { get; private set; }

    /// <summary>How often the value was put in.</summary>
    public long Uses => Interlocked.Read(ref _uses);

    /// <summary>The value for one use; null when there is none any more.</summary>
    public string? Use(DateTimeOffset now)
    {
        var value = _value(now);
        if (value is not null)
        {
            if (value.Length != Sentinel.Length)
            {
                return null; // an answer that repeats it could not be cleaned without changing its length
            }

            Last = value;
            Interlocked.Increment(ref _uses);
        }

        return value;
    }
}
