using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Sandbox.Probes;

namespace Sallyport.Cli.Commands.Doctoring;

/// <summary>The report of a proof: JSON, and behind it a signature by the key of this user.</summary>
internal static class ProofReport
{
    /// <summary>Writes the report to a file; its last line is the signature of all bytes before it.</summary>
    public static void Write(string file, List<ProbeResult> results, string backend, string profile, Terminal terminal)
    {
        using var key = Key(terminal);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("made"u8, terminal.Time.GetUtcNow());
            json.WriteString("version"u8, VersionText.Current);
            json.WriteString("kernel"u8, File.ReadAllText("/proc/sys/kernel/osrelease").Trim());
            json.WriteString("backend"u8, backend);
            json.WriteString("profile"u8, profile);
            json.WriteString("user"u8, Environment.IsPrivilegedProcess ? "root" : "ordinary");
            json.WriteString("key"u8, key.ExportSubjectPublicKeyInfo());
            json.WriteStartArray("probes"u8);
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("area"u8, result.Area);
                json.WriteString("name"u8, result.Name);
                json.WriteString("verdict"u8, result.Verdict);
                json.WriteString("detail"u8, result.Detail);
                json.WriteBoolean("possibleOutside"u8, result.Control);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        var signature = Convert.ToBase64String(key.SignData(buffer.WrittenSpan, HashAlgorithmName.SHA256));
        buffer.Write(Encoding.ASCII.GetBytes($"signature: {signature}\n"));
        File.WriteAllBytes(file, buffer.WrittenSpan);
    }

    /// <summary>Whether a report's signature is right and made with the key it names.</summary>
    public static bool Verify(byte[] report)
    {
        var mark = "signature: "u8;
        var at = report.AsSpan().LastIndexOf(mark);
        if (at < 0)
        {
            return false;
        }

        using var json = JsonDocument.Parse(report.AsMemory(0, at));
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(json.RootElement.GetProperty("key"u8).GetBytesFromBase64(), out _);
        return key.VerifyData(report.AsSpan(0, at), Convert.FromBase64String(Encoding.ASCII.GetString(report.AsSpan(at + mark.Length)).Trim()), HashAlgorithmName.SHA256);
    }

    private static ECDsa Key(Terminal terminal)
    {
        var state = new UserFolders(terminal).State ?? throw new UserException("there is no home folder to keep the signing key in", "set HOME");
        var file = Path.Combine(state, "sandbox", "report.key");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
            return key;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(key.ExportPkcs8PrivateKey());
        return key;
    }
}
