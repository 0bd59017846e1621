using System.Text;
using Sallyport.Detectors.Secrets.Noise;

namespace Sallyport.Detectors.Tests.Secrets.Noise;

/// <summary>What only stands where a token would is told from a token.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("ab_xxxxxxxxxxxxxxxx")]
    [InlineData("ab_****************")]
    [InlineData("ab_0000000000000000")]
    [InlineData("ab_1234567890123456")]
    [InlineData("ab_your_token_goes_here")]
    [InlineData("ab_Q7RTEXAMPLE81X")]
    [InlineData("ab_EXAMPLE0123456789abcdefghijklmnopqrstuvwxyz")]
    public void A_stand_in_is_no_token(string value) => Placeholder.Is(Encoding.ASCII.GetBytes(value), 3).ShouldBeTrue();

    [Theory]
    [InlineData("ab_7fQ2xx9LmPz4xTr8")]
    [InlineData("ab_0123456789abcdeffedcba9876543210a7")]
    [InlineData("ab_7fQ2xx9LmPz4xTr8vB3nK6wD1sH5jG0cYqEXAMPLE")]
    public void A_value_of_many_characters_may_be_one(string value) => Placeholder.Is(Encoding.ASCII.GetBytes(value), 3).ShouldBeFalse();
}
