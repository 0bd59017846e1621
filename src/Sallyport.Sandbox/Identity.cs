using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox;

/// <summary>Who the command runs as: never root.</summary>
/// <param name="User">Its user.</param>
/// <param name="Group">Its group.</param>
/// <param name="Privileged">Whether Sallyport itself is root and gives that up on the way.</param>
/// <param name="Mapped">Whether the project belongs to root and is shown to the command as its own through an id-mapped mount.</param>
internal sealed record Identity(uint User, uint Group, bool Privileged, bool Mapped)
{
    /// <summary>A user that nothing else runs as.</summary>
    public const uint Nobody = 65532;

    public static Identity For(string project)
    {
        if (LibC.UserId() is var user && user != 0)
        {
            return new Identity(user, LibC.GroupId(), false, false);
        }

        return FileOwner.Of(project) is { User: > 0 } owner
            ? new Identity(owner.User, owner.Group == 0 ? Nobody : owner.Group, true, false)
            : new Identity(Nobody, Nobody, true, true);
    }
}
