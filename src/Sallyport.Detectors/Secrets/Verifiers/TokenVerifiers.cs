namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>The verifiers by the name that pages call them.</summary>
internal static class TokenVerifiers
{
    public static ITokenVerifier? Find(string name) => name switch
    {
        _ => null,
    };
}
