namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>Makes credentials that live for minutes and can do little, from one that lives long and can do much and never leaves this process.</summary>
public interface ICredentialMint
{
    /// <summary>Makes one.</summary>
    Task<MintedCredential> Mint(CancellationToken cancellation);

    /// <summary>Takes one back, where its issuer can; otherwise it expires.</summary>
    Task Revoke(MintedCredential credential, CancellationToken cancellation);
}
