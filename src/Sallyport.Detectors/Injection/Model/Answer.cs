namespace Sallyport.Detectors.Injection.Model;

/// <summary>What the linear model says of a few sentences, as logarithms of odds.</summary>
/// <param name="Words">Whether its words are those of an instruction that takes an assistant over.</param>
/// <param name="Means">The same by what the words mean, in whatever language.</param>
/// <param name="Asks">Whether it asks the reader to do something.</param>
internal readonly record struct Answer(float Words, float Means, float Asks);
