using System.Text.Json;
using Sallyport.Core;
using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Tests.Exposure;

public sealed class JsonListTests
{
    private static readonly string[] Keys = ["permissions", "deny"];
    private static readonly string[] Texts = ["Read(./**/a)", "Read(./**/b \"c\")"];
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<string> Files =>
    [
        "{\"model\": \"x\"}",
        "{\"permissions\": {\"allow\": [\"Bash(ls)\"]}}",
        "{\n  \"permissions\": {\n    \"deny\": [\"Read(.env)\"]\n  }\n}\n",
        "{\n  \"permissions\": {\n    \"deny\": [\n      \"Read(.env)\",\n      \"Bash(curl:*)\"\n    ],\n    \"allow\": []\n  },\n  \"z\": 1\n}\n",
        "{\"a\": {\"permissions\": {\"deny\": [\"x\"]}}, \"deny\": [\"y\"], \"permissions\": {\"x\": {\"deny\": [\"z\"]}, \"deny\": [\"w\"]}}",
        "{\"list\": [[\"permissions\"], {\"deny\": [1]}], \"permissions\": {\"ask\": [\"q\"]}}",
        "{ // mine\n  \"permissions\": { \"deny\": [ \"Read(ümläut)\" /* why */ ] } }",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_put_in_stands_in_the_list_and_is_taken_out_to_the_byte(string json)
    {
        var with = JsonList.Add(json, Keys, Texts);
        var deny = JsonDocument.Parse(with, Lenient).RootElement.GetProperty("permissions").GetProperty("deny").EnumerateArray().Select(e => e.GetString()).ToArray();
        deny.TakeLast(2).ShouldBe(Texts, with);
        JsonList.Add(with, Keys, Texts).ShouldBe(with);
        var without = JsonList.Remove(with, Keys, Texts.Contains).ShouldNotBeNull();
        if (json.Contains("\"deny\": [", StringComparison.Ordinal) && json.Contains("permissions\": {", StringComparison.Ordinal) && deny.Length > 2)
        {
            without.ShouldBe(json);
        }

        JsonDocument.Parse(without, Lenient).RootElement.GetProperty("permissions").GetProperty("deny").GetArrayLength().ShouldBe(deny.Length - 2);
    }

    [Theory]
    [InlineData("{}\n")]
    [InlineData("{ }")]
    [InlineData("{\"permissions\": {}}")]
    [InlineData("{\"permissions\": {\"deny\": []}}")]
    public void A_file_that_holds_nothing_else_is_nobodys(string json)
    {
        var with = JsonList.Add(json, Keys, Texts);
        JsonDocument.Parse(with).RootElement.GetProperty("permissions").GetProperty("deny").GetArrayLength().ShouldBe(2);
        JsonList.Remove(with, Keys, Texts.Contains).ShouldBeNull();
    }

    [Fact]
    public void What_is_no_JSON_is_a_mistake() => Should.Throw<UserException>(() => JsonList.Add("{", Keys, Texts)).Hint.ShouldBe("mend the file first");
}
