using System.Text;
using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Tests.Secrets.Context;

/// <summary>Identifiers fall into the words a reader sees in them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("DB_PASSWORD", "DB PASSWORD")]
    [InlineData("dbPassword", "db Password")]
    [InlineData("AWSSecretKey", "AWS Secret Key")]
    [InlineData("app.api-key", "app api key")]
    [InlineData("oauth2Token", "oauth2 Token")]
    [InlineData("userIDs", "user IDs")]
    [InlineData("", "")]
    [InlineData("--", "")]
    public void An_identifier_falls_into_its_words(string identifier, string words)
    {
        var bytes = Encoding.UTF8.GetBytes(identifier);
        var found = new List<string>();
        foreach (var word in new Words(bytes))
        {
            found.Add(Encoding.UTF8.GetString(bytes, word.Start, word.Length));
        }

        string.Join(' ', found).ShouldBe(words);
    }
}
