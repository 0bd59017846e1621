using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Sallyport.Proxy.Egress;

/// <summary>How a host's certificate is verified: for its name, against the system's authorities and those that were named.</summary>
internal static class Verification
{
    public static SslClientAuthenticationOptions For(string host, X509Certificate2Collection roots)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host, ApplicationProtocols = [SslApplicationProtocol.Http11] };
        if (roots.Count > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        return options;
    }
}
