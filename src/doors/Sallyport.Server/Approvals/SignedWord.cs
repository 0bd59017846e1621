using System.Security.Cryptography;
using System.Text;
using Sallyport.Engine.Approvals;

namespace Sallyport.Server.Approvals;

/// <summary>Answers that carry a person's signature: HMAC-SHA256 of the body under the person's own key. A request is answered once, so that a word said again says nothing.</summary>
internal sealed class SignedWord(ApproverKeys keys, TimeProvider time)
{
    private const string Scheme = "sha256=";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>The answer; null when it is not signed by whom it names, or is stale.</summary>
    public PersonsWord? Read(byte[] body, string signature)
    {
        if (!signature.StartsWith(Scheme, StringComparison.Ordinal) || PersonsWord.Read(body) is not { Approver.Length: > 0 } word || keys.KeyOf(word.Approver) is not { } key)
        {
            return null;
        }

        var age = time.GetUtcNow().ToUnixTimeSeconds() - word.Time;
        return Secrets.Same(signature, Sign(key, body)) && Math.Abs(age) <= Fresh.TotalSeconds ? word : null;
    }

    /// <summary>The signature of a body.</summary>
    public static string Sign(string key, ReadOnlySpan<byte> body) => Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), body));
}
