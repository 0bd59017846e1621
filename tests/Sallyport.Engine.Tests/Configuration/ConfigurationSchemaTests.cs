using System.Runtime.CompilerServices;
using System.Text.Json;
using Sallyport.Engine.Configuration;

namespace Sallyport.Engine.Tests.Configuration;

/// <summary>Run with SALLYPORT_ACCEPT=1 to write the schema and the table anew.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Begin = "<!-- keys: made from ConfigurationKey.All -->\n";
    private const string End = "<!-- /keys -->";
    private static readonly bool Accept = Environment.GetEnvironmentVariable("SALLYPORT_ACCEPT") == "1";

    [Fact]
    public void The_published_schema_is_the_one_of_the_table()
    {
        var file = Path.Combine(Root, "schemas/sallyport.schema.json");
        if (Accept)
        {
            File.WriteAllText(file, ConfigurationSchema.Json());
        }

        File.ReadAllText(file).ShouldBe(ConfigurationSchema.Json());
        JsonDocument.Parse(ConfigurationSchema.Json()).RootElement.GetProperty("properties").EnumerateObject().Count()
            .ShouldBe(ConfigurationKey.All.Count(k => !k.Name.Contains('.', StringComparison.Ordinal)));
    }

    [Fact]
    public void The_documentation_holds_every_key()
    {
        var file = Path.Combine(Root, "docs/configuration.md");
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Accept)
        {
            File.WriteAllText(file, text[..from] + ConfigurationSchema.Markdown() + text[to..]);
            return;
        }

        text[from..to].ShouldBe(ConfigurationSchema.Markdown());
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
