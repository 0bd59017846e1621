namespace Sallyport.Reports.Tests;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("## How to fix\nRevoke it. Then wait.\n", "Revoke it")]
    [InlineData("## How to fix\nUse e.g. Vault. Then wait.\n", "Use e.g. Vault")]
    [InlineData("## How to fix\nOver\ntwo lines.\n\nNext paragraph.\n", "Over two lines")]
    [InlineData("## How to fix\nSet `a.b` to v1.2 of it\n\n## Limits\nNone.\n", "Set `a.b` to v1.2 of it")]
    [InlineData("## Limits\nNone.\n", null)]
    [InlineData("## How to fix\n", null)]
    public void The_first_sentence_of_a_section(string help, string? sentence) => RuleText.FirstSentence(help, RuleText.Fix).ShouldBe(sentence);
}
