using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Server;

/// <summary>Compares what a client shows with what it should show, in the same time whatever it is.</summary>
internal static class Secrets
{
    public static bool Same(string shown, string wanted) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));
}
