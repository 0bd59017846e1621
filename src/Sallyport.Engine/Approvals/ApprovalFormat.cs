using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Sallyport.Core.Decisions;

namespace Sallyport.Engine.Approvals;

/// <summary>Requests and grants as files. Both carry a seal, so that a file which somebody else wrote asks for nothing and grants nothing.</summary>
internal static class ApprovalFormat
{
    public static byte[] Write(ApprovalRequest request, byte[] key) => Sealed(key, json =>
    {
        json.WriteString("id", request.Id);
        json.WriteString("binding", request.Binding);
        json.WriteString("scope", request.Scope);
        json.WriteString("decision", request.Decision.ToString());
        json.WriteString("action", request.Action);
        json.WriteString("folder", request.Folder);
        Texts(json, "effects", request.Effects);
        json.WriteString("policy", request.Policy);
        json.WriteString("agent", request.Agent);
        json.WriteString("person", request.Person);
        json.WriteString("session", request.Session);
        json.WriteString("call", request.Call);
        json.WriteString("asked", request.Asked);
        json.WriteString("expires", request.Expires);
        json.WriteNumber("eyes", request.Eyes);
        Texts(json, "approved", request.Approved);
    });

    /// <summary>The request; null when its seal is not of <paramref name="key"/>.</summary>
    public static ApprovalRequest? ReadRequest(byte[]? data, byte[] key) => Read(Opened(data, key), json => new ApprovalRequest(
        Text(json, "id"), Text(json, "binding"), Text(json, "scope"), Enum.Parse<DecisionKind>(Text(json, "decision")))
    {
        Action = Text(json, "action"),
        Folder = Text(json, "folder"),
        Effects = Texts(json, "effects"),
        Policy = Text(json, "policy"),
        Agent = Text(json, "agent"),
        Person = Text(json, "person"),
        Session = Text(json, "session"),
        Call = Text(json, "call"),
        Asked = json.GetProperty("asked").GetDateTimeOffset(),
        Expires = json.GetProperty("expires").GetDateTimeOffset(),
        Eyes = json.GetProperty("eyes").GetInt32(),
        Approved = Texts(json, "approved"),
    });

    public static byte[] Write(ApprovalGrant grant, byte[] key) => Sealed(key, json =>
    {
        json.WriteString("request", grant.Request);
        json.WriteString("key", grant.Key);
        Texts(json, "approvers", grant.Approvers);
        json.WriteString("given", grant.Given);
        json.WriteString("expires", grant.Expires);
        json.WriteBoolean("once", grant.Once);
        json.WriteString("override", grant.Override);
    });

    /// <summary>The grant; null when its seal is not of <paramref name="key"/>.</summary>
    public static ApprovalGrant? ReadGrant(byte[]? data, byte[] key) => Read(Opened(data, key), json => new ApprovalGrant(
        Text(json, "request"), Text(json, "key"), Texts(json, "approvers"), json.GetProperty("given").GetDateTimeOffset(), json.GetProperty("expires").GetDateTimeOffset())
    {
        Once = json.GetProperty("once").GetBoolean(),
        Override = json.GetProperty("override").GetString(),
    });

    private static byte[]? Opened(byte[]? data, byte[] key)
    {
        const int Seal = HMACSHA256.HashSizeInBytes;
        return data is not null && data.Length > Seal && CryptographicOperations.FixedTimeEquals(data.AsSpan(0, Seal), HMACSHA256.HashData(key, data.AsSpan(Seal))) ? data[Seal..] : null;
    }

    private static byte[] Sealed(byte[] key, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return [.. HMACSHA256.HashData(key, buffer.WrittenSpan), .. buffer.WrittenSpan];
    }

    private static T? Read<T>(byte[]? data, Func<JsonElement, T> read)
        where T : class
    {
        if (data is null)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(data);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null; // What is not ours to read asks for nothing and grants nothing.
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? "")];

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
