using System.Text.Json;
using Sallyport.Agents.Settings;
using Sallyport.Core;

namespace Sallyport.Agents.Tests.Settings;

public sealed class HookSettingsTests
{
    private static readonly HookCall Call = new("/home/dev/bin/sallyport-hook");
    private static readonly JsonDocumentOptions Loose = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Settings as people have them, none of them ours.</summary>
    private static readonly string[] Before =
    [
        "{}",
        "{ }\n",
        "{\"model\":\"opus\"}",
        "{\n  \"model\": \"opus\"\n}\n",
        "{\n\t\"a\": [1, 2],\n\t\"b\": {\"c\": null}\n}",
        "{\r\n    \"model\": \"opus\",\r\n    \"hooks\": {}\r\n}\r\n",
        "{\n  // theirs\n  \"hooks\": {\n    \"PreToolUse\": [\n      { \"matcher\": \"Bash\", \"hooks\": [{ \"type\": \"command\", \"command\": \"true\" }] }, // last\n    ],\n  },\n}\n",
        "{\"version\": 1, \"hooks\": {\"preToolUse\": [{\"command\": \"./a.sh\"}], \"beforeShellExecution\": []}}",
    ];

    public static TheoryData<string, int> Cases =>
        [.. AgentTable.All.Where(a => a.Settings is JsonHookSettings).SelectMany(a => Enumerable.Range(0, Before.Length).Select(i => (a.Id, i)))];

    public static TheoryData<string> Agents => [.. AgentTable.All.Select(a => a.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hooks_are_added_and_nothing_else_changes(string agent, int which)
    {
        var settings = AgentTable.Find(agent)!.Settings;
        var after = settings.With(Before[which], Call, "settings.json");
        var (was, now) = (JsonDocument.Parse(Before[which], Loose).RootElement, JsonDocument.Parse(after, Loose).RootElement);
        foreach (var member in was.EnumerateObject().Where(m => m.Name != "hooks"))
        {
            now.GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText());
        }

        // Every line that was there still is, but for the comma or bracket that had to move.
        foreach (var line in Before[which].Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal) && !l.Contains("hooks", StringComparison.Ordinal)))
        {
            after.ShouldContain(line.TrimEnd('\r', ',', '}'));
        }

        if (Before[which].Contains("\r\n", StringComparison.Ordinal))
        {
            after.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        }

        settings.Look(after, "settings.json").ShouldSatisfyAllConditions(s => s.Installed.ShouldBeTrue(), s => s.Gaps.ShouldBeEmpty());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_second_time_changes_nothing_and_taking_back_leaves_none(string agent, int which)
    {
        var settings = AgentTable.Find(agent)!.Settings;
        var once = settings.With(Before[which], Call, "settings.json");
        settings.With(once, Call, "settings.json").ShouldBe(once);
        var left = settings.Without(once, "settings.json") ?? "{}";
        left.ShouldNotContain("sallyport");
        foreach (var theirs in Hooks(Before[which]))
        {
            Hooks(left).ShouldContain(theirs);
        }

        settings.Look(left, "settings.json").Installed.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Another_client_takes_the_place_of_the_first(string agent, int which)
    {
        var settings = AgentTable.Find(agent)!.Settings;
        var moved = settings.With(settings.With(Before[which], Call, "settings.json"), new HookCall("/opt/sallyport-hook"), "settings.json");
        moved.ShouldNotContain(Call.Program);
        settings.Look(moved, "settings.json").Gaps.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Without_a_file_there_is_one_and_then_none_again(string agent)
    {
        var settings = AgentTable.Find(agent)!.Settings;
        var after = settings.With(null, Call, "settings.json");
        after.ShouldContain(Call.Program);
        settings.Look(after, "settings.json").ShouldSatisfyAllConditions(s => s.Installed.ShouldBeTrue(), s => s.Gaps.ShouldBeEmpty());
        settings.Without(after, "settings.json").ShouldBeNull();
    }

    [Theory]
    [InlineData("claude-code", "\"onFailure\": \"block\"", "\"onFailure\": \"continue\"")]
    [InlineData("cursor", "\"failClosed\": true", "\"failClosed\": false")]
    [InlineData("codex", "\"PreToolUse\"", "\"preToolUse\"")]
    [InlineData("opencode", "throw new Error", "console.log")]
    public void A_weakened_hook_is_noticed(string agent, string what, string with)
    {
        var settings = AgentTable.Find(agent)!.Settings;
        var after = settings.With(null, Call, "settings.json");
        after.ShouldContain(what);
        settings.Look(after.Replace(what, with, StringComparison.Ordinal), "settings.json").Gaps.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"hooks\": []}")]
    [InlineData("{\"hooks\": {\"PreToolUse\": {}}}")]
    [InlineData("{\"a\": 1 \"b\": 2}")]
    public void A_file_that_is_not_understood_is_not_changed(string text) =>
        Should.Throw<UserException>(() => AgentTable.Find("claude-code")!.Settings.With(text, Call, "settings.json")).Message.ShouldStartWith("settings.json");

    [Fact]
    public void Agents_that_offer_to_fail_closed_are_told_to_and_the_others_warned_of()
    {
        AgentTable.Find("claude-code")!.Settings.With(null, Call, "f").ShouldContain("\"onFailure\": \"block\"");
        AgentTable.Find("cursor")!.Settings.With(null, Call, "f").ShouldContain("\"failClosed\": true");
        foreach (var agent in AgentTable.All)
        {
            agent.Settings.Warnings.ShouldNotBeEmpty();
        }
    }

    private static string[] Hooks(string json) =>
        !JsonDocument.Parse(json, Loose).RootElement.TryGetProperty("hooks", out var hooks) ? []
        : [.. hooks.EnumerateObject().SelectMany(e => e.Value.EnumerateArray()).Select(e => string.Concat(e.GetRawText().Where(c => !char.IsWhiteSpace(c))))];
}
