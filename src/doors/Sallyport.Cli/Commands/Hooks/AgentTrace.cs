using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>Which lines of a commit an agent wrote, in the agent-trace format, so that a finding leads back to who answers for it.</summary>
internal static class AgentTrace
{
    private const string Version = "0.1.0";

    public static string Of(RunningAgent agent, string revision, string folder, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteString("id", Guid.NewGuid());
            json.WriteString("timestamp", now.UtcDateTime);
            json.WriteStartObject("vcs");
            json.WriteString("type", "git");
            json.WriteString("revision", revision);
            json.WriteEndObject();
            json.WriteStartObject("tool");
            json.WriteString("name", agent.Agent);
            json.WriteEndObject();
            json.WriteStartArray("files");
            WriteFiles(json, agent, revision, folder);
            json.WriteEndArray();
            json.WriteStartObject("metadata");
            json.WriteString("session", agent.Session);
            json.WriteString("commissioned_by", agent.Person);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFiles(Utf8JsonWriter json, RunningAgent agent, string revision, string folder)
    {
        var open = false;
        foreach (var line in Diff(revision, folder).Split('\n'))
        {
            if (line.StartsWith("+++ b/", StringComparison.Ordinal))
            {
                Close(json, ref open);
                json.WriteStartObject();
                json.WriteString("path", line[6..]);
                json.WriteStartArray("conversations");
                json.WriteStartObject();
                json.WriteString("url", $"urn:session:{agent.Session}");
                json.WriteStartObject("contributor");
                json.WriteString("type", "ai");
                json.WriteEndObject();
                json.WriteStartArray("ranges");
                open = true;
            }
            else if (open && line.StartsWith("@@ ", StringComparison.Ordinal) && Added(line) is { Count: > 0 } added)
            {
                json.WriteStartObject();
                json.WriteNumber("start_line", added.First);
                json.WriteNumber("end_line", added.First + added.Count - 1);
                json.WriteEndObject();
            }
        }

        Close(json, ref open);
    }

    private static void Close(Utf8JsonWriter json, ref bool open)
    {
        if (open)
        {
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        open = false;
    }

    // @@ -a,b +c,d @@: without a count it is one line.
    private static (int First, int Count) Added(string hunk)
    {
        var plus = hunk.IndexOf('+', StringComparison.Ordinal);
        var parts = hunk[(plus + 1)..hunk.IndexOf(' ', plus)].Split(',');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    private static string Diff(string revision, string folder)
    {
        var start = new ProcessStartInfo("git", ["show", "--format=", "--no-color", "--no-ext-diff", "--unified=0", "--first-parent", revision]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var diff = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return diff;
    }
}
