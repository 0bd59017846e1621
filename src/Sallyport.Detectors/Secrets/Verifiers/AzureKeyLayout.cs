using System.Buffers.Binary;
using System.Text;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// Where a service puts its signature, how long its keys are, and the seeds of their checksums; not closed where keys
/// with other seeds are known.
/// </summary>
internal sealed record AzureKeyLayout(string Signature, int Bytes, ulong[] Seeds, bool Url = false, bool Alphanumeric = false, bool Closed = true)
{
    private static readonly ulong[] Messaging = [Seed("Send0000"), Seed("Manage00"), Seed("Listen00"), Seed("System00"), Seed("Unknown0")];

    /// <summary>Characters before the padding.</summary>
    public int Characters => ((Bytes * 8) + 5) / 6;

    /// <summary>Index of the four characters of the signature: behind it there are only the six of the checksum.</summary>
    public int SignatureAt => Characters - 10;

    public static AzureKeyLayout? Find(string service) => service switch
    {
        "storage" => new("+ASt", 64, [Seed("Default0")]),
        "cosmos" => new("ACDb", 64, [Seed("MastRW00"), Seed("MastRO00"), Seed("SystRW00"), Seed("SystRO00"), Seed("SysAll00"), Seed("Resour00"), Seed("Encryp00")]),
        "batch" => new("+ABa", 64, [Seed("AbAcct00")]),
        "apim" => new("APIM", 64, [Seed("IoTHub00"), Seed("Tenant00"), Seed("Gatewy00"), Seed("GitKey00")]),
        "ml-classic" => new("+AMC", 64, [Seed("Classic0")]),
        "service-bus" => new("+ASb", 32, Messaging),
        "event-hub" => new("+AEh", 32, Messaging),
        "relay" => new("+ARm", 32, Messaging),
        "iot" => new("AIoT", 32, [Seed("IoTHub00"), Seed("DpsKey00"), Seed("Device00")]),
        "redis" => new("AzCa", 32, [Seed("Access00")]),
        "event-grid" => new("AZEG", 32, [Seed("SendRecv")], Closed: false),
        "function" => new("AzFu", 40, [Seed("Functi00"), Seed("Master00"), Seed("System00")], Url: true),
        "search" => new("AzSe", 39, [Seed("PAdmin00"), Seed("Query000")], Alphanumeric: true),
        "container-registry" => new("+ACR", 39, [Seed("ACRDflt0")]),
        _ => null,
    };

    /// <summary>The seed of a key kind: its eight-character name, read as a big-endian number.</summary>
    public static ulong Seed(string name) => BinaryPrimitives.ReadUInt64BigEndian(Encoding.ASCII.GetBytes(name));
}
