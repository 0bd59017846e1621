namespace Sallyport.Registries.Web;

/// <summary>Asks registries. The one way to the network in this library.</summary>
public interface IWeb
{
    /// <summary>Gets what lies at an address; what goes wrong is in the answer, never an exception.</summary>
    /// <param name="address">The address.</param>
    /// <param name="accept">The media types that are understood; null for any.</param>
    /// <param name="authorization">The value of the Authorization header; null for none.</param>
    WebAnswer Get(Uri address, string? accept = null, string? authorization = null);
}
