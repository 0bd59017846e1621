namespace Sallyport.Core.Policy;

/// <summary>Knows what holds at a place: configuration may differ from folder to folder.</summary>
public interface IPolicySource
{
    /// <summary>What holds for an artifact.</summary>
    /// <param name="path">Its path as it carries it.</param>
    PolicyAt For(string path);
}
