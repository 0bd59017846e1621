using System.Text;
using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.Detectors.Tests.Secrets.Generic;

/// <summary>Words cost fewer bits than draws from the alphabet.</summary>
public sealed class LetterModelTests
{
    [Theory]
    [InlineData("connectionString", "qzvxkjwphtgbn")]
    [InlineData("wachtwoord", "wdkrhxtqzo")]
    [InlineData("handle_request", "hxqzle_rkvqzxt")]
    public void Words_are_less_surprising_than_draws(string words, string drawn) =>
        LetterModel.Shared.Bits(Encoding.ASCII.GetBytes(words), out _).ShouldBeLessThan(LetterModel.Shared.Bits(Encoding.ASCII.GetBytes(drawn), out _) - 1);
}
