using Sallyport.Core;

namespace Sallyport.Sandbox;

/// <summary>Profiles by name: the user's own folder first, then those that are built in. A repository's are not read, because it must not choose its own cage.</summary>
/// <param name="folder">The user's folder of <c>NAME.profile</c> files; null for none.</param>
public sealed class ProfileCatalogue(string? folder)
{
    private const int Depth = 8;
    private static readonly string[] BuiltIn = ["default", "strict", "build"];

    /// <summary>The profile's data and, for the cache of proofs, nothing else.</summary>
    public SandboxProfile Find(string name) => Find(name, Depth);

    private SandboxProfile Find(string name, int depth)
    {
        if (depth == 0)
        {
            throw new UserException($"profile `{name}` extends itself", "let it extend another");
        }

        // A user's `default` may extend the built-in one of the same name.
        return ProfileReader.Read(name, Text(name, own: true), other => other == name ? ProfileReader.Read(other, Text(other, own: false), o => Find(o, depth - 1)) : Find(other, depth - 1));
    }

    private string Text(string name, bool own)
    {
        if (own && folder is not null && name.IndexOfAny(['/', '\\', '.']) < 0 && Path.Combine(folder, name + ".profile") is var file && File.Exists(file))
        {
            return File.ReadAllText(file);
        }

        using var stream = Array.IndexOf(BuiltIn, name) < 0 ? null : typeof(ProfileCatalogue).Assembly.GetManifestResourceStream(name + ".profile");
        if (stream is null)
        {
            throw new UserException($"there is no profile `{name}`", $"use one of {string.Join(", ", BuiltIn)}, or write {(folder is null ? "" : folder + "/")}{name}.profile");
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
