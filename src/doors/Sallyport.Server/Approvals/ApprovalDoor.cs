using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;

namespace Sallyport.Server.Approvals;

/// <summary>The web page on which people approve, and the address at which other programs bring a person's signed word.</summary>
internal sealed class ApprovalDoor : IDoor
{
    private const string Cookie = "sallyport";
    private const int LongestBody = 64 << 10;
    private readonly HookGate _gate;
    private readonly ApproverKeys _keys;
    private readonly Sessions _sessions;
    private readonly SignedWord _signed;

    public ApprovalDoor(HookGate gate, UserFolders folders, TimeProvider time)
    {
        _gate = gate;
        _keys = new ApproverKeys(folders.Configuration!, time);
        _sessions = new Sessions(time);
        _signed = new SignedWord(_keys, time);
    }

    public string Name => "approvals";

    public Task Answer(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/approvals" or "/approvals/") => File(context, "page.html", "text/html; charset=utf-8"),
            ("GET", "/approvals/page.css") => File(context, "page.css", "text/css; charset=utf-8"),
            ("GET", "/approvals/page.js") => File(context, "page.js", "text/javascript; charset=utf-8"),
            ("GET", "/approvals/login") => LogIn(context, _keys.UseLogin(context.Request.Query["code"].ToString())),
            ("POST", "/approvals/login") => LogInWithKey(context),
            ("GET", "/approvals/list") => List(context),
            ("POST", "/approvals/answer") => FromPage(context),
            ("POST", "/approvals/webhook") => FromWebhook(context),
            _ => Say(context, StatusCodes.Status404NotFound, "there is nothing here"),
        };
    }

    private static async Task File(HttpContext context, string name, string type)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        context.Response.ContentType = type;
        await stream.CopyToAsync(context.Response.Body);
    }

    private async Task LogIn(HttpContext context, string? person)
    {
        if (person is null)
        {
            await Say(context, StatusCodes.Status403Forbidden, "this login was used, has run out, or is none");
            return;
        }

        context.Response.Cookies.Append(Cookie, _sessions.Open(person), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/approvals" });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/approvals/";
    }

    private async Task LogInWithKey(HttpContext context)
    {
        if (context.Request.ContentLength is not <= LongestBody || !context.Request.HasFormContentType)
        {
            await Say(context, StatusCodes.Status400BadRequest, "this is no login");
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var name = form["name"].ToString();
        await LogIn(context, _keys.KeyOf(name) is { } key && Secrets.Same(form["key"].ToString(), key) ? name : null);
    }

    private async Task List(HttpContext context)
    {
        if (_sessions.Of(context.Request.Cookies[Cookie]) is not { } session)
        {
            await Say(context, StatusCodes.Status401Unauthorized, "log in first");
            return;
        }

        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("name", session.Person);
        json.WriteString("csrf", session.Csrf);
        json.WriteStartArray("requests");
        foreach (var project in _gate.Known())
        {
            foreach (var request in project.Queue.Pending())
            {
                json.WriteStartObject();
                RequestJson.Write(json, project, request);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task FromPage(HttpContext context)
    {
        if (_sessions.Of(context.Request.Cookies[Cookie]) is not { } session || !Secrets.Same(context.Request.Headers["X-Sallyport-Csrf"].ToString(), session.Csrf))
        {
            await Say(context, StatusCodes.Status403Forbidden, "log in first");
            return;
        }

        var body = await Body(context);
        if (body is null || PersonsWord.Read(body) is not { } word)
        {
            await Say(context, StatusCodes.Status400BadRequest, "this is no answer");
            return;
        }

        await Take(context, word, new Approver(session.Person, "web"));
    }

    private async Task FromWebhook(HttpContext context)
    {
        var body = await Body(context);
        if (body is null || _signed.Read(body, context.Request.Headers["X-Sallyport-Signature"].ToString()) is not { } word)
        {
            await Say(context, StatusCodes.Status403Forbidden, "this is not signed by an approver, or was signed more than five minutes ago");
            return;
        }

        await Take(context, word, new Approver(word.Approver, "webhook"));
    }

    private async Task Take(HttpContext context, PersonsWord word, Approver by)
    {
        var project = _gate.Known().FirstOrDefault(p => p.Root == word.Project);
        var outcome = project is null ? ApprovalOutcome.Gone
            : word.Approves ? project.Queue.Approve(word.Id, by, word.Terms(project.Terms.Hold))
            : project.Queue.Deny(word.Id, by);
        var fine = outcome is ApprovalOutcome.Granted or ApprovalOutcome.OneMore or ApprovalOutcome.Denied;
        await Say(context, fine ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, ApprovalWords.Of(outcome, word.Id), fine ? "said" : "error");
    }

    private static async Task<byte[]?> Body(HttpContext context)
    {
        if (context.Request.ContentLength is not (> 0 and <= LongestBody))
        {
            return null;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task Say(HttpContext context, int status, string text, string name = "error")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString(name, text);
        json.WriteEndObject();
    }
}
