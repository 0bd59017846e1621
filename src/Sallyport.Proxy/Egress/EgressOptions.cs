using System.Security.Cryptography.X509Certificates;
using Sallyport.Proxy.Egress.Credentials;

namespace Sallyport.Proxy.Egress;

/// <summary>What an egress proxy works with.</summary>
public sealed record EgressOptions
{
    /// <summary>What may be reached.</summary>
    public required IReadOnlyList<EgressRule> Rules { get; init; }

    /// <summary>Where names are resolved.</summary>
    public IResolver Resolver { get; init; } = new SystemResolver();

    /// <summary>Credentials that are put in towards their hosts.</summary>
    public IReadOnlyList<Credential> Credentials { get; init; } = [];

    /// <summary>Asked about a host that no rule names; true lets it pass for this run.</summary>
    public Func<string, int, bool> Ask { get; init; } = (_, _) => false;

    /// <summary>Told of every connection.</summary>
    public Action<EgressRecord> Record { get; init; } = _ => { };

    /// <summary>Authorities that are believed besides the system's.</summary>
    public X509Certificate2Collection Roots { get; init; } = [];

    /// <summary>How long a connection may take to be made.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many connections there may be at a time.</summary>
    public int Most { get; init; } = 256;
}
