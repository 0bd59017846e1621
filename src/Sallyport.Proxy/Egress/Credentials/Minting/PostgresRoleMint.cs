using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>A role of a PostgreSQL server that lives for minutes and, unless more is granted, only reads. The server's own client makes it.</summary>
/// <param name="connection">How an administrator connects: a connection string as libpq takes it.</param>
/// <param name="schema">The schema that can be read.</param>
/// <param name="life">How long the role can log in.</param>
/// <param name="time">The clock.</param>
public sealed class PostgresRoleMint(string connection, string schema, TimeSpan life, TimeProvider time) : ICredentialMint
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Whether the role may change rows, too.</summary>
    public bool Writes { get; init; }

    /// <inheritdoc/>
    public async Task<MintedCredential> Mint(CancellationToken cancellation)
    {
        var name = "sallyport_" + RandomNumberGenerator.GetString(Letters, 12);
        var password = RandomNumberGenerator.GetString(Letters, 32);
        var until = time.GetUtcNow() + life;
        var rights = Writes ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT";
        await Run(
            $"""
            BEGIN;
            CREATE ROLE {name} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 5 PASSWORD '{password}' VALID UNTIL '{until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}+00';
            ALTER ROLE {name} SET default_transaction_read_only = {(Writes ? "off" : "on")};
            GRANT USAGE ON SCHEMA {Quoted(schema)} TO {name};
            GRANT {rights} ON ALL TABLES IN SCHEMA {Quoted(schema)} TO {name};
            COMMIT;
            """,
            cancellation).ConfigureAwait(false);
        return new MintedCredential(new Dictionary<string, string> { ["PGUSER"] = name, ["PGPASSWORD"] = password }, until);
    }

    /// <inheritdoc/>
    public Task Revoke(MintedCredential credential, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var name = Quoted(credential.Values["PGUSER"]);
        return Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{credential.Values["PGUSER"]}';\nDROP OWNED BY {name};\nDROP ROLE {name};\n", cancellation);
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private async Task Run(string script, CancellationToken cancellation)
    {
        // The script goes to standard input, so that no list of processes shows the password.
        var start = new ProcessStartInfo("psql", ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", connection, "--file", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new UserException("psql does not start", "install the package `postgresql-client`");
        var said = process.StandardError.ReadToEndAsync(cancellation);
        var answered = process.StandardOutput.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(script.AsMemory(), cancellation).ConfigureAwait(false);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        await answered.ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new UserException($"PostgreSQL made no role: {(await said.ConfigureAwait(false)).Split('\n')[0]}", "look at the administrator's connection and its right to create roles");
        }
    }
}
