namespace Sallyport.SecretModel;

/// <summary>One measured assignment with its label.</summary>
/// <param name="Features">What was measured.</param>
/// <param name="Label">1 for a credential.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Group">Repository or provider: folds never share one.</param>
/// <param name="Place">For reading the mistakes.</param>
internal sealed record Sample(float[] Features, int Label, float Weight, string Group, string Place);
