using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Engine.Configuration;
using Sallyport.Ledger.Durable;

namespace Sallyport.Engine.Hooks;

/// <summary>Where the resident server listens, and what opens it: one file that only its owner reads.</summary>
/// <param name="Port">The port on loopback.</param>
/// <param name="Token">What a client shows.</param>
/// <param name="Nonce">What the server shows in return: it proves that the server wrote this file. Empty while no server has.</param>
public sealed record ServerDoor(int Port, string Token, string Nonce)
{
    private const string Name = "door";
    private const int FirstPort = 20000;
    private const int Ports = 12000;

    /// <summary>The address on this machine.</summary>
    public string Address => $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The full path of the file; null where there is no home.</summary>
    public static string? PlaceOf(UserFolders folders) => Folder(folders) is { } folder ? Path.Combine(folder, Name) : null;

    /// <summary>The full path of the server's socket; null where there is no home.</summary>
    public static string? SocketOf(UserFolders folders) => Folder(folders) is { } folder ? Path.Combine(folder, "socket") : null;

    /// <summary>The door as it was written; null when none was.</summary>
    public static ServerDoor? Read(UserFolders folders) =>
        Folder(folders) is { } folder && new DurableFolder(folder).Read(Name) is { } data && Encoding.ASCII.GetString(data).Split([' ', '\n']) is [var port, var token, var nonce, ..]
            && int.TryParse(port, CultureInfo.InvariantCulture, out var number)
            ? new ServerDoor(number, token, nonce)
            : null;

    /// <summary>The door that settings may name before a server has run; its port and token stay from then on.</summary>
    public static ServerDoor? Reserve(UserFolders folders)
    {
        if (Read(folders) is { } known)
        {
            return known;
        }

        if (Folder(folders) is null)
        {
            return null;
        }

        var door = new ServerDoor(FirstPort + RandomNumberGenerator.GetInt32(Ports), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), "-");
        door.Write(folders);
        return door;
    }

    /// <summary>Writes the door for clients to find.</summary>
    public void Write(UserFolders folders) => new DurableFolder(Folder(folders)!).Write(Name, Encoding.ASCII.GetBytes($"{Port.ToString(CultureInfo.InvariantCulture)} {Token} {Nonce}\n"));

    private static string? Folder(UserFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return folders.State is { } state ? Path.Combine(state, "serve") : null;
    }
}
