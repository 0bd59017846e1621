namespace Sallyport.Synthesis;

/// <summary>A table that can be read from its beginning more than once.</summary>
public interface ITable
{
    /// <summary>Its name, for messages and for finding out what refers to it: a file name.</summary>
    string Name { get; }

    /// <summary>Its bytes from the first.</summary>
    Stream Open();
}
