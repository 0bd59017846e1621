using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sallyport.Proxy.Egress;

/// <summary>An authority for one run: its key lives in memory only, and only the sandbox believes it.</summary>
public sealed class CertificateMaker : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);
    private readonly ConcurrentDictionary<string, X509Certificate2> _made = new(StringComparer.Ordinal);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _from;

    /// <summary>Makes the authority.</summary>
    public CertificateMaker(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _from = time.GetUtcNow().AddHours(-1);
        var request = new CertificateRequest("CN=Sallyport egress proxy of one run", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(_from, _from + Life);
    }

    /// <summary>The authority's certificate, for the sandbox to believe.</summary>
    public string Pem => _authority.ExportCertificatePem();

    /// <summary>A certificate for a host.</summary>
    public X509Certificate2 For(string host) => _made.GetOrAdd(host, Make);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var certificate in _made.Values)
        {
            certificate.Dispose();
        }

        _authority.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Make(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + (host.Length > 64 ? "host" : host), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        using var signed = request.Create(_authority, _from, _from + Life, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
