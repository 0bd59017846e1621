namespace Sallyport.Engine.Approvals;

/// <summary>A person who answers for a request.</summary>
/// <param name="Name">Who.</param>
/// <param name="Channel">Where they said it: terminal, web or webhook.</param>
public readonly record struct Approver(string Name, string Channel);
