using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sallyport.Agents;
using Sallyport.Agents.Protocol;
using Sallyport.Engine.Hooks;

namespace Sallyport.Server.Hooks;

/// <summary><c>POST /hook/AGENT/EVENT</c>: an event in, the answer in the agent's own protocol out. A refusal is an answer like any other, so that agents for which a status of failure means to go on do not.</summary>
internal sealed class HookDoor(HookGate gate, ServerDoor door, TimeProvider time) : IDoor
{
    private const string Bearer = "Bearer ";
    private readonly string _person = Environment.UserName;

    public string Name => "hook";

    public async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 3 || AgentTable.Find(parts[1]) is not { } agent || !HttpMethods.IsPost(request.Method))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var named = parts.Length == 3 ? parts[2] : "";
        var shown = request.Headers.Authorization.ToString();
        var reply = !shown.StartsWith(Bearer, StringComparison.Ordinal) || !Secrets.Same(shown[Bearer.Length..], door.Token)
            ? agent.Refuse(named, "the client did not show this server's token, so this is refused; `sallyport hook install` writes it anew")
            : await Judge(agent, named, request);
        response.ContentType = "application/json";
        response.Headers["X-Sallyport-Nonce"] = door.Nonce;
        response.Headers["X-Sallyport-Exit"] = reply.ExitCode.ToString(CultureInfo.InvariantCulture);
        if (reply.Error.Length > 0)
        {
            response.Headers["X-Sallyport-Reason"] = OneLine(reply.Error);
        }

        var body = Encoding.UTF8.GetBytes(reply.Output);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    private async Task<Reply> Judge(Agent agent, string named, HttpRequest request)
    {
        var process = int.TryParse(request.Headers["X-Sallyport-Parent"], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : 0;
        var caller = new Caller(_person, process);
        var turn = new HookTurn(agent, asked => gate.Decide(asked, caller), time);
        byte[] body;
        try
        {
            body = await Read(request);
        }
        catch (BadHttpRequestException e)
        {
            return agent.Refuse(named, $"this event cannot be read, so it is refused: {e.Message}");
        }

        return await turn.TakeAsync(named, body);
    }

    private static async Task<byte[]> Read(HttpRequest request)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, HookTurn.Longest + 1));
        await request.Body.CopyToAsync(body);
        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    private static string OneLine(string text) => string.Concat(text.Trim().Select(c => c is >= ' ' and <= '~' ? c : c is '\n' or '\r' or '\t' ? ' ' : '?'));
}
