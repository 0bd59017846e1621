using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Landlock;

/// <summary>What a process and all its children may reach in the file system, held by the kernel's Landlock; everything that no rule names is refused.</summary>
internal sealed class LandlockRuleset(int version)
{
    /// <summary>The version that keeps signals and abstract sockets inside, too.</summary>
    public const int Scopes = 6;

    private const ulong ReadDirectory = 8;
    private const ulong ReadFile = 4;
    private const ulong Execute = 1;
    private const ulong WriteFile = 2;
    private const ulong Truncate = 1 << 14;
    private const ulong Device = 1 << 15;
    private const ulong Everything = ulong.MaxValue;
    private const ulong MakesDevices = (1 << 6) | (1 << 11);
    private const int OpenPath = 0x200000 | LibC.CloseOnExec;
    private readonly List<Rule> _rules = [];

    /// <summary>The version that this kernel speaks; 0 for none.</summary>
    public static int Version { get; } = Math.Max(0, (int)LibC.Call(Syscall.LandlockCreateRuleset, 0, 0, 1, 0, 0));

    /// <summary>Lets a tree be read and executed.</summary>
    public LandlockRuleset Read(string folder) => Add(folder, Execute | ReadFile | ReadDirectory);

    /// <summary>Lets a file be read and executed.</summary>
    public LandlockRuleset ReadOne(string file) => Add(file, Execute | ReadFile);

    /// <summary>Lets a tree be changed.</summary>
    public LandlockRuleset Write(string folder) => Add(folder, Everything & ~MakesDevices & ~Device);

    /// <summary>Lets a file or device be written.</summary>
    public LandlockRuleset WriteOne(string file) => Add(file, Execute | ReadFile | WriteFile | Truncate);

    /// <summary>Lets devices below a folder be written and driven.</summary>
    public LandlockRuleset Devices(string folder) => Add(folder, ReadFile | ReadDirectory | WriteFile | Truncate | Device);

    /// <summary>Adds the calls that enter the ruleset. Paths that do not exist by then are left out.</summary>
    public void AppendTo(SyscallProgram program)
    {
        var attributes = program.Words(Handled, 0, version >= Scopes ? 3UL : 0UL);
        var ruleset = program.Call("landlock_create_ruleset", Syscall.LandlockCreateRuleset, attributes, version >= Scopes ? 24 : version >= 4 ? 16 : 8, 0);
        foreach (var found in _rules)
        {
            var (path, access) = (found.Path, found.Access);
            var rule = program.Words(access & Handled, 0);
            var folder = program.CallInto(rule + 8, path, Syscall.Open, program.Text(path), OpenPath, 0);
            program.OnError(program.Count - 1, program.Count + 2);
            program.Call($"landlock rule for {path}", Syscall.LandlockAddRule, ruleset, 1, rule, 0);
            program.Call("close", Syscall.Close, folder);
        }

        program.Call("no_new_privs", Syscall.Prctl, 38, 1);
        program.Call("landlock_restrict_self", Syscall.LandlockRestrictSelf, ruleset, 0);
    }

    /// <summary>Adds the calls that keep signals and abstract sockets inside, and restrict nothing else.</summary>
    public static void AppendScope(SyscallProgram program)
    {
        var ruleset = program.Call("landlock_create_ruleset", Syscall.LandlockCreateRuleset, program.Words(0, 0, 3), 24, 0);
        program.Call("no_new_privs", Syscall.Prctl, 38, 1);
        program.Call("landlock_restrict_self", Syscall.LandlockRestrictSelf, ruleset, 0);
    }

    private ulong Handled => version switch { 1 => (1UL << 13) - 1, 2 => (1UL << 14) - 1, 3 or 4 => (1UL << 15) - 1, _ => (1UL << 16) - 1 };

    private LandlockRuleset Add(string path, ulong access)
    {
        _rules.Add(new Rule(path, access));
        return this;
    }

    private sealed class Rule(string path, ulong access)
    {
        public readonly string Path = path;

        public readonly ulong Access = access;
    }
}
