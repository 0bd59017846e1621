using System.Reflection;
using System.Text;

namespace Sallyport.Architecture;

/// <summary>The public surface of every library, as <c>PublicApi.txt</c> beside its project says it.</summary>
/// <remarks>Run with SALLYPORT_ACCEPT=1 to accept a change; the diff of PublicApi.txt is what a reviewer reads.</remarks>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "Sallyport.*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_one_that_was_accepted(string library)
    {
        var file = Path.Combine(Repository.Root, "src", library, "PublicApi.txt");
        var surface = Surface(Assembly.Load(library));
        if (Environment.GetEnvironmentVariable("SALLYPORT_ACCEPT") == "1")
        {
            File.WriteAllText(file, surface);
        }

        (File.Exists(file) ? File.ReadAllText(file) : "").ShouldBe(surface, "accept with SALLYPORT_ACCEPT=1 if this change of the public surface is meant");
    }

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is not MethodInfo { IsSpecialName: true } and not Type && !m.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
                .Select(m => m.ToString()!).Order(StringComparer.Ordinal);
            foreach (var member in members)
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }
}
