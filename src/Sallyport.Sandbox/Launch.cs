using Sallyport.Sandbox.Limits;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox;

/// <summary>A prepared start: the program to run, what it inherits, and what has to be put in order afterwards.</summary>
internal sealed class Launch : IDisposable
{
    private readonly List<IDisposable> _resources = [];

    /// <summary>What runs first.</summary>
    public required SyscallProgram Program { get; init; }

    /// <summary>The descriptors it inherits behind its own report.</summary>
    public List<Descriptor> Descriptors { get; } = [];

    /// <summary>What runs inside before the command; null when the first program becomes the command itself.</summary>
    public SyscallProgram? Inner { get; set; }

    /// <summary>The name under which the program executes the command, when it becomes the command itself.</summary>
    public string? Command { get; set; }

    /// <summary>Where the inner program reports, when there are two; null when the first becomes the command itself.</summary>
    public Descriptor? InnerReport { get; set; }

    /// <summary>Where the listening socket of the egress proxy arrives; null without one.</summary>
    public Descriptor? Listener { get; set; }

    /// <summary>The control group; null without one.</summary>
    public ControlGroup? Group { get; set; }

    /// <summary>What the watchdog waits for the end of; null without one.</summary>
    public Descriptor? Lifeline { get; set; }

    /// <summary>What ends with the watchdog.</summary>
    public Descriptor? Ended { get; set; }

    /// <summary>Gives a descriptor to the first program and says which number it has there.</summary>
    public int Pass(Descriptor descriptor)
    {
        Descriptors.Add(descriptor);
        return SyscallProgram.Report + Descriptors.Count;
    }

    /// <summary>Puts <paramref name="resource"/> in order at the end.</summary>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        _resources.Add(resource);
        return resource;
    }

    public void Dispose()
    {
        for (var i = _resources.Count - 1; i >= 0; i--)
        {
            _resources[i].Dispose();
        }

        _resources.Clear();
        foreach (var descriptor in Descriptors)
        {
            descriptor.Dispose();
        }
    }
}
