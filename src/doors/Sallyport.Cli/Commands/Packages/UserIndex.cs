using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Registries.Index;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>The index in force: the user's own where it was updated and is newer, else the shipped one.</summary>
internal static class UserIndex
{
    public static string Place(Terminal terminal) => new UserFolders(terminal).Cache is { } cache
        ? Path.Combine(cache, "packages", "index.bin")
        : throw new UserException("there is no place for the package index", "set HOME or XDG_CACHE_HOME");

    public static PackageIndex Load(Terminal terminal)
    {
        if (new UserFolders(terminal).Cache is null || Setting.Files.Read(Place(terminal)) is not { } data)
        {
            return PackageIndex.Shipped;
        }

        try
        {
            var own = PackageIndex.Read(data);
            return own.Made >= PackageIndex.Shipped.Made ? own : PackageIndex.Shipped;
        }
        catch (InvalidDataException)
        {
            throw new UserException($"`{Place(terminal)}` is no package index", "run `sallyport package index update` again, or delete it to use the shipped one");
        }
    }
}
