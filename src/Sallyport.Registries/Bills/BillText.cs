using System.Text.Json;
using Sallyport.Registries.Manifests;

namespace Sallyport.Registries.Bills;

/// <summary>What both formats share.</summary>
internal static class BillText
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The group and the name in it, where the ecosystem has groups.</summary>
    public static (string Group, string Name) Split(PackageReference package)
    {
        var at = package.Ecosystem switch
        {
            Ecosystem.Maven => package.Name.IndexOf(':', StringComparison.Ordinal),
            Ecosystem.Npm or Ecosystem.Composer or Ecosystem.Actions => package.Name.IndexOf('/', StringComparison.Ordinal),
            _ => -1,
        };
        return at > 0 ? (package.Name[..at], package.Name[(at + 1)..]) : ("", package.Name);
    }
}
