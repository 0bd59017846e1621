using System.Text;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Bills;

/// <summary>Package URLs: <c>pkg:npm/%40scope/name@1.0.0</c>.</summary>
public static class PackageUrl
{
    /// <summary>The package URL of a package.</summary>
    public static string Of(Ecosystem ecosystem, string name, string? version)
    {
        ArgumentNullException.ThrowIfNull(name);
        var path = ecosystem switch
        {
            Ecosystem.PyPi => PackageName.Normalize(ecosystem, name),
            Ecosystem.Maven => name.Replace(':', '/'),
            Ecosystem.Composer or Ecosystem.Actions or Ecosystem.Npm => name.ToLowerInvariant(),
            Ecosystem.Go => name.ToLowerInvariant(),
            _ => name,
        };
        var text = new StringBuilder($"pkg:{ecosystem.PurlType()}/");
        text.AppendJoin('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
        return (version is { Length: > 0 } ? text.Append('@').Append(Uri.EscapeDataString(version)) : text).ToString();
    }
}
