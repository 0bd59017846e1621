using Sallyport.Core.Detection;
using Sallyport.Registries.Commands;
using Sallyport.Registries.Manifests;

namespace Sallyport.Detectors.Packages.Commands;

/// <summary>The packages that configurations of tool servers start: <c>"command": "npx", "args": ["-y", "X"]</c>.</summary>
internal static class ServerCommands
{
    public static void Read(ReadOnlySpan<byte> text, PackageReports reports, IDetectionSink sink)
    {
        if (text.IndexOf("command"u8) < 0)
        {
            return;
        }

        foreach (var words in CommandObjects.Read(text))
        {
            if (InstallCommands.Read(words) is { } request)
            {
                InstallText.Judge(request, reports, sink);
            }
        }
    }
}
