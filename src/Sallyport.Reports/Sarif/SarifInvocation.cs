using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Sarif;

/// <summary>How the run went: a notification for all that was not looked at.</summary>
internal static class SarifInvocation
{
    private const int FlushAt = 1 << 16;

    public static void Write(Utf8JsonWriter json, ScanResult result)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", result.Artifacts > 0 || Tally.Of(result).Unread == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var skipped in result.Skipped)
        {
            json.WriteStartObject();
            json.WriteStartObject("descriptor");
            json.WriteString("id", skipped.Expected ? "skipped" : "unread");
            json.WriteEndObject();
            json.WriteString("level", skipped.Expected ? "note" : "warning");
            SarifMessage.Write(json, "message", "Not looked at: " + skipped.Reason);
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            SarifLocation.Artifact(json, skipped.Path);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
