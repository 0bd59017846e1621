using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sallyport.Core;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;
using Sallyport.Server.Approvals;
using Sallyport.Server.Hooks;

namespace Sallyport.Server;

/// <summary>The resident server: one port on loopback and one socket, for the doors that are to be fast or have to be there all the time.</summary>
internal sealed class ResidentServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly WebhookPoster? _poster;

    private ResidentServer(WebApplication application, ServerDoor door, WebhookPoster poster) => (_application, Door, _poster) = (application, door, poster);

    public ServerDoor Door { get; }

    public string Address => Door.Address;

    /// <summary>Ends when the server was told to.</summary>
    public Task Ended => _application.WaitForShutdownAsync();

    /// <summary>Starts it; clients find it from then on.</summary>
    public static async Task<ResidentServer> Start(UserFolders folders, TimeProvider time)
    {
        var reserved = ServerDoor.Reserve(folders) ?? throw new UserException("there is no home folder to keep the token in", "set HOME");
        var door = reserved with { Nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) };
        var version = typeof(ResidentServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        var gate = new HookGate(new HookSetting(folders, time, version));
        var socket = ServerDoor.SocketOf(folders)!;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, door.Port, socket));
        var application = builder.Build();
        var poster = new WebhookPoster(gate, folders, time);
        IDoor[] doors = [new HookDoor(gate, door, time), new ApprovalDoor(gate, folders, time)];
        application.Run(context => Answer(doors, door, context));
        try
        {
            File.Delete(socket);
            await application.StartAsync();
        }
        catch (IOException e)
        {
            await application.DisposeAsync();
            throw new UserException($"port {door.Port} cannot be used: {e.GetBaseException().Message}", "is another `sallyport serve` running already? end that one first");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        door.Write(folders);
        application.Lifetime.ApplicationStopping.Register(() => (door with { Nonce = "-" }).Write(folders));
        poster.Start();
        return new ResidentServer(application, door, poster);
    }

    public async ValueTask DisposeAsync()
    {
        if (_poster is not null)
        {
            await _poster.DisposeAsync();
        }

        await _application.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, int port, string socket)
    {
        kestrel.AddServerHeader = false;
        // More than any event may be long, so that one that is too long is read, and refused in the agent's own words.
        kestrel.Limits.MaxRequestBodySize = 4L * Agents.Protocol.HookTurn.Longest;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Listen(IPAddress.Loopback, port);
        kestrel.ListenUnixSocket(socket);
    }

    // A page of another site that was led to this port must not get anything: only our own names are answered.
    private static Task Answer(IDoor[] doors, ServerDoor door, HttpContext context)
    {
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        var host = context.Request.Host.Host;
        if (host is not ("127.0.0.1" or "localhost"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        foreach (var one in doors)
        {
            if (context.Request.Path.StartsWithSegments("/" + one.Name))
            {
                return one.Answer(context);
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
