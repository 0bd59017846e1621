using System.Security.Cryptography;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;

namespace Sallyport.Engine.Approvals;

/// <summary>What an approval is bound to: change any of it and nobody has approved.</summary>
public static class ApprovalBinding
{
    /// <summary>One action: what it is, where, to what effect, in which session and under which policy.</summary>
    public static string Of(Artifact artifact, IReadOnlyList<Finding> findings, string agent, string session, string policyVersion)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(findings);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "sallyport approval 1");
        Add(hash, artifact.Kind.ToString());
        Add(hash, artifact.Bytes.Span);
        Add(hash, artifact.Scene?.Folder ?? "");
        foreach (var finding in findings)
        {
            Add(hash, finding.Rule);
            Add(hash, finding.Fingerprint);
        }

        Add(hash, agent);
        Add(hash, session);
        Add(hash, policyVersion);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Actions of its like: the same rules, in the same folder, session and policy.</summary>
    public static string ScopeOf(Artifact artifact, IReadOnlyList<Finding> findings, string agent, string session, string policyVersion)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "sallyport scope 1");
        Add(hash, artifact.Scene?.Folder ?? "");
        foreach (var rule in findings.Where(f => f.Fails).Select(f => f.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Add(hash, rule);
        }

        Add(hash, agent);
        Add(hash, session);
        Add(hash, policyVersion);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    // Lengths in front, so that no two different lists make the same bytes.
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
