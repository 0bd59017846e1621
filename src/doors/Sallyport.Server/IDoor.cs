using Microsoft.AspNetCore.Http;

namespace Sallyport.Server;

/// <summary>One door of the resident server.</summary>
internal interface IDoor
{
    /// <summary>The first part of the paths it answers.</summary>
    string Name { get; }

    /// <summary>Answers a request.</summary>
    Task Answer(HttpContext context);
}
