using Sallyport.Core;
using Sallyport.Engine.Configuration;

namespace Sallyport.Server;

/// <summary>The executable <c>sallyport-serve</c>.</summary>
internal static class Program
{
    private static async Task<int> Main()
    {
        static string? Environment(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        try
        {
            await using var server = await ResidentServer.Start(new UserFolders(Environment, File.Exists), TimeProvider.System);
            await Console.Error.WriteLineAsync($"sallyport serves agents on {server.Address}; Ctrl-C ends it");
            await server.Ended;
            return 0;
        }
        catch (UserException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}\n\nhint: {e.Hint}");
            return 2;
        }
    }
}
