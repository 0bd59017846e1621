using System.Text.Json;
using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Hooks;

namespace Sallyport.Server.Approvals;

/// <summary>A request as the page and a webhook see it: effects and context, and no secrets.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter json, ProjectGate project, ApprovalRequest request)
    {
        json.WriteString("project", project.Root);
        json.WriteString("id", request.Id);
        json.WriteBoolean("denied", request.Decision == DecisionKind.Deny);
        json.WriteString("action", request.Action);
        json.WriteString("folder", request.Folder);
        Texts(json, "effects", request.Effects);
        json.WriteString("policy", request.Policy);
        json.WriteString("agent", request.Agent);
        json.WriteString("person", request.Person);
        json.WriteString("session", request.Session);
        json.WriteString("asked", request.Asked);
        json.WriteString("expires", request.Expires);
        json.WriteNumber("eyes", request.Eyes);
        Texts(json, "approved", request.Approved);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
