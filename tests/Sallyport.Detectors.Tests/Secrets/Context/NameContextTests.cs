using System.Text;
using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Tests.Secrets.Context;

/// <summary>A value's names are found whatever language gives them.</summary>
public sealed class NameContextTests
{
    [Theory]
    [InlineData("API_KEY=@", "API_KEY")]
    [InlineData("export API_KEY=\"@\"", "API_KEY")]
    [InlineData("private static final String API_KEY = \"@\";", "API_KEY")]
    [InlineData("  \"apiKey\": \"@\",", "apiKey")]
    [InlineData("api.key: '@'", "api.key")]
    [InlineData("apiKey := `@`", "apiKey")]
    [InlineData("'api_key' => '@',", "api_key")]
    [InlineData("config[\"api_key\"] = \"@\"", "api_key")]
    [InlineData("ENV[\"API_KEY\"] ||= \"@\"", "API_KEY")]
    [InlineData("<password>@</password>", "password")]
    [InlineData("<user name='a' password=\"@\"/>", "password")]
    [InlineData("run --password @ now", "--password")]
    [InlineData("run --password=@", "--password")]
    [InlineData("client.setPassword(\"@\")", "client.setPassword")]
    [InlineData("define('DB_PASSWORD', '@');", "DB_PASSWORD")]
    [InlineData("if password == \"@\":", "password")]
    [InlineData("https://x.example/?api_key=@", "api_key")]
    [InlineData("-H \"X-Api-Key: @\"", "X-Api-Key")]
    [InlineData("CREATE USER a IDENTIFIED BY '@'", "BY")]
    [InlineData("\"{\\\"token\\\":\\\"@\\\"}\"", "token")]
    public void The_closest_name_is_read(string text, string name)
    {
        Names(text)[0].ShouldBe(name);
    }

    [Fact]
    public void A_type_between_name_and_value_is_passed_over() => Names("const apiKey: string = \"@\"").ShouldContain("apiKey");

    [Fact]
    public void A_function_around_the_value_hides_no_name() => Names("secret := []byte(\"@\")").ShouldContain("secret");

    [Fact]
    public void The_keys_above_are_read_by_indentation()
    {
        var far = Far("datadog:\n  # note\n  site: eu\n  keys:\n    api: @\n");
        far.ShouldContain("datadog:");
        far.ShouldContain("keys:");
        far.ShouldNotContain("site: eu");
    }

    [Fact]
    public void A_section_names_what_stands_in_it() => Far("[aws]\nid = 1\nkey = @\n").ShouldContain("[aws]");

    [Fact]
    public void The_name_beside_a_value_is_read() => Far("env:\n  - name: DB_PASSWORD\n    value: \"@\"\n").ShouldContain("DB_PASSWORD");

    private static string[] Names(string text) => Read(text, c => c.Close);

    private static string[] Far(string text) => Read(text, c => c.Far);

    private static string[] Read(string text, Func<NameContext, IReadOnlyList<Name>> names)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var context = new NameContext(bytes, "file");
        context.MoveTo(bytes.AsSpan().IndexOf((byte)'@'));
        return [.. names(context).Select(n => Encoding.UTF8.GetString(bytes, n.Span.Start, n.Span.Length))];
    }
}
