using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Ledgers;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Ledger;
using Sallyport.Engine.Configuration;
using Sallyport.Proxy.Egress;
using Sallyport.Proxy.Egress.Credentials;
using Sallyport.Sandbox;

namespace Sallyport.Cli.Commands.Running;

/// <summary>The egress proxy of one run: what may be reached, with which credentials, and where it is written down.</summary>
internal sealed class WayOut : IDisposable
{
    private const string Place = "/etc/sallyport-authorities.pem";
    private const string Address = "127.0.0.1:3128";
    private static readonly string[] Bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];
    private static readonly string[] BundleVariables = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "PIP_CERT", "CARGO_HTTP_CAINFO", "DENO_CERT", "AWS_CA_BUNDLE"];
    private readonly CertificateMaker _certificates;
    private readonly EgressOptions _options;
    private readonly Terminal _terminal;
    private readonly Project _project;
    private EgressProxy? _proxy;

    private WayOut(EgressOptions options, Terminal terminal, Project project)
    {
        (_terminal, _project) = (terminal, project);
        _certificates = new CertificateMaker(terminal.Time);
        _options = options with { Record = Record };
    }

    /// <summary>The way out that was asked for with <c>--allow</c>, a profile or <c>--credential</c>; null where none was.</summary>
    public static WayOut? Of(Given given, SandboxRequest request, Terminal terminal)
    {
        if (!request.Profile.Egress)
        {
            return null;
        }

        var rules = new List<EgressRule>();
        foreach (var rule in request.Profile.Allow)
        {
            rules.Add(EgressRule.Parse(rule));
        }

        var credentials = new List<Credential>();
        foreach (var word in given.All("credential"))
        {
            var at = word.IndexOf('@', StringComparison.Ordinal);
            var name = at > 0 ? word[..at] : throw new UserException($"`{word}` names no host", "write `--credential NAME@HOST`; the value is taken from the variable NAME");
            credentials.Add(new Credential(name, word[(at + 1)..], terminal.Environment(name) ?? throw new UserException($"the variable {name} is not set", "set it; the command sees a stand-in, and only HOST gets the value")));
        }

        var options = new EgressOptions { Rules = rules, Credentials = credentials, Ask = new HostQuestion(terminal).Ask, Roots = Extra(given, terminal) };
        return new WayOut(options, terminal, Project.Around(request.Project, terminal.Folder, Setting.Files));
    }

    /// <summary>The request with what its command needs to find the way out.</summary>
    public SandboxRequest Into(SandboxRequest request)
    {
        var environment = new List<string>(request.Environment);
        foreach (var name in (string[])["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"])
        {
            environment.Add($"{name}=http://{Address}");
        }

        environment.AddRange([$"ALL_PROXY=socks5h://{Address}", $"all_proxy=socks5h://{Address}", "NO_PROXY=localhost,127.0.0.1,::1", "no_proxy=localhost,127.0.0.1,::1", "NODE_USE_ENV_PROXY=1"]);
        foreach (var name in BundleVariables)
        {
            environment.Add($"{name}={Place}");
        }

        foreach (var credential in _options.Credentials)
        {
            environment.RemoveAll(v => v.StartsWith(credential.Name + "=", StringComparison.Ordinal));
            environment.Add($"{credential.Name}={credential.Sentinel}");
        }

        var bundle = Array.Find(Bundles, File.Exists);
        var text = _certificates.Pem + "\n" + (bundle is null ? "" : File.ReadAllText(bundle));
        return request with { Environment = environment, Files = [.. request.Files, new(Place, text)], Egress = Begin };
    }

    public void Dispose()
    {
        _proxy?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _certificates.Dispose();
    }

    private void Begin(nint socket) => _proxy = new EgressProxy(new Socket(new SafeSocketHandle(socket, ownsHandle: true)), _options, _certificates, _terminal.Time);

    private void Record(EgressRecord record)
    {
        if (record.Outcome != "allowed")
        {
            _terminal.Error.WriteLine($"sallyport: {record.Outcome}: {(record.Host.Length > 0 ? $"{record.Host}:{record.Port}: " : "")}{record.Reason}");
        }

        try
        {
            ProjectLedger.Of(_project, _terminal)?.Append(new LedgerEntry(_terminal.Time.GetUtcNow(), "sandbox", "egress", record.Outcome, VersionText.Current)
            {
                Counts = [new("sent", record.Sent), new("received", record.Received), new("credentials", record.Credentials)],
                Facts = [new("host", record.Host), new("port", record.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("reason", record.Reason)],
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine($"sallyport: a connection is not in the ledger: {e.Message}");
        }
    }

    private static X509Certificate2Collection Extra(Given given, Terminal terminal)
    {
        var roots = new X509Certificate2Collection();
        if (given.Value("authority") is { } file)
        {
            roots.ImportFromPemFile(Path.GetFullPath(file, terminal.Folder));
            if (Array.Find(Bundles, File.Exists) is { } bundle)
            {
                roots.ImportFromPemFile(bundle);
            }
        }

        return roots;
    }
}
