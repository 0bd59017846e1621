using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends;

/// <summary>Runs of system calls that programs of several backends have in common.</summary>
internal static class Steps
{
    private const int MostDescriptors = int.MaxValue;

    /// <summary>Lets the report close at exec, and closes every descriptor behind the <paramref name="kept"/> ones: what Sallyport inherited is not for the command.</summary>
    public static void Begin(SyscallProgram program, int kept)
    {
        program.Call("close on exec", Syscall.Fcntl, SyscallProgram.Report, 2, 1);
        program.Call("close descriptors", Syscall.CloseRange, SyscallProgram.Report + 1 + kept, MostDescriptors, 0);
    }

    /// <summary>Ends with the parent, and gains nothing by exec.</summary>
    public static void DieWithParent(SyscallProgram program)
    {
        program.Call("die with parent", Syscall.Prctl, 1, 9);
        program.Call("no_new_privs", Syscall.Prctl, 38, 1);
    }

    /// <summary>Gives up being root for good.</summary>
    public static void Become(SyscallProgram program, Identity identity)
    {
        program.Call("drop groups", Syscall.Setgroups, 0, 0);
        program.Call("drop group", Syscall.Setresgid, (long)identity.Group, (long)identity.Group, (long)identity.Group);
        program.Call("drop user", Syscall.Setresuid, (long)identity.User, (long)identity.User, (long)identity.User);
    }

    /// <summary>Installs a filter of system calls.</summary>
    public static void Filter(SyscallProgram program, byte[] filter)
    {
        var code = program.Bytes(filter);
        program.Call("seccomp", Syscall.Prctl, 22, 2, program.Words((ulong)(filter.Length / 8), code));
    }

    /// <summary>Becomes the command: the first place on the PATH that has it.</summary>
    public static void Execute(SyscallProgram program, IReadOnlyList<string> command, IReadOnlyList<string> environment)
    {
        var arguments = program.Texts(command);
        var variables = program.Texts(environment);
        var name = command[0];
        var places = name.Contains('/', StringComparison.Ordinal) ? [name] : Places(name, environment);
        for (var i = 0; i < places.Count; i++)
        {
            program.Call(name, Syscall.Execve, program.Text(places[i]), arguments, variables);
            if (i < places.Count - 1)
            {
                program.OnError(program.Count - 1, program.Count);
            }
        }
    }

    private static List<string> Places(string name, IReadOnlyList<string> environment)
    {
        var places = new List<string>();
        foreach (var variable in environment)
        {
            if (variable.StartsWith("PATH=", StringComparison.Ordinal))
            {
                foreach (var folder in variable[5..].Split(':', StringSplitOptions.RemoveEmptyEntries))
                {
                    places.Add(folder + "/" + name);
                }
            }
        }

        return places.Count > 0 ? places : ["/usr/bin/" + name];
    }
}
