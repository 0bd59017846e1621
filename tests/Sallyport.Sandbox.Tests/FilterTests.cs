using System.Buffers.Binary;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Seccomp;

namespace Sallyport.Sandbox;

/// <summary>The filter of system calls, run by a second machine of the tests' own.</summary>
public sealed class FilterTests
{
    private const uint Native = 0xC000_003E;
    private const uint Refused = 0x0005_0001;
    private const uint Missing = 0x0005_0026;

    [Theory]
    [InlineData(Syscall.Bpf)]
    [InlineData(Syscall.Mount)]
    [InlineData(Syscall.Unshare)]
    [InlineData(Syscall.Ptrace)]
    [InlineData(Syscall.IoUringSetup)]
    [InlineData(Syscall.Keyctl)]
    public void Calls_that_nobody_needs_are_refused(int call) => Isolated(call).ShouldBe(Refused);

    [Theory]
    [InlineData(Syscall.Read)]
    [InlineData(Syscall.Execve)]
    [InlineData(Syscall.Mmap)]
    [InlineData(Syscall.Fork)]
    public void Ordinary_calls_pass(int call) => Isolated(call).ShouldBe(Bpf.Allow);

    [Theory]
    [InlineData(Syscall.Clone, 17, Bpf.Allow)]
    [InlineData(Syscall.Clone, 0x1000_0011, Refused)]
    [InlineData(Syscall.Personality, 0, Bpf.Allow)]
    [InlineData(Syscall.Personality, 0xFFFF_FFFF, Bpf.Allow)]
    [InlineData(Syscall.Personality, 0x40_0000, Refused)]
    [InlineData(Syscall.Socket, 2, Bpf.Allow)]
    [InlineData(Syscall.Socket, 10, Bpf.Allow)]
    [InlineData(Syscall.Socket, 16, Bpf.Allow)]
    [InlineData(Syscall.Socket, 1, Refused)]
    [InlineData(Syscall.Socket, 40, Refused)]
    [InlineData(Syscall.Creat, 0, Bpf.Allow)]
    public void The_first_argument_decides(int call, uint argument, uint verdict) => Isolated(call, argument).ShouldBe(verdict);

    [Theory]
    [InlineData(0x5412UL)]
    [InlineData(0x1_0000_5412UL)]
    [InlineData(0x541CUL)]
    public void Typing_into_the_terminal_is_refused_whatever_the_high_bits(ulong request) => Isolated(Syscall.Ioctl, 0, request).ShouldBe(Refused);

    [Theory]
    [InlineData(0x1EDUL, Bpf.Allow)]
    [InlineData(0x9EDUL, Refused)]
    [InlineData(0x5EDUL, Refused)]
    public void A_mode_that_runs_as_the_owner_is_refused(ulong mode, uint verdict)
    {
        Isolated(Syscall.Chmod, 0, mode).ShouldBe(verdict);
        Isolated(Syscall.Fchmodat, 0, 0, mode).ShouldBe(verdict);
        Isolated(Syscall.Open, 0, 0x41, mode).ShouldBe(verdict);
        Isolated(Syscall.Open, 0, 0, mode).ShouldBe(Bpf.Allow); // without creating, the mode is any rubbish
        Isolated(Syscall.Openat, 0, 0, 0x41, mode).ShouldBe(verdict);
    }

    [Fact]
    public void Of_netlink_only_the_family_of_routes_passes()
    {
        Isolated(Syscall.Socket, 16, 3, 0).ShouldBe(Bpf.Allow);
        Isolated(Syscall.Socket, 16, 3, 9).ShouldBe(Refused);
        Isolated(Syscall.Socket, 2, 1, 6).ShouldBe(Bpf.Allow);
    }

    [Fact]
    public void Calls_with_arguments_in_memory_and_calls_of_the_future_do_not_exist()
    {
        Isolated(Syscall.Clone3).ShouldBe(Missing);
        Isolated(Syscall.Openat2).ShouldBe(Missing);
        Isolated(Syscall.FirstUnknown).ShouldBe(Missing);
    }

    [Fact]
    public void Another_architecture_and_x32_end_the_process()
    {
        Run(SeccompFilter.Isolated(false), 0x4000_0003, Syscall.Read).ShouldBe(Bpf.Kill);
        Isolated(0x4000_0000 | Syscall.Getpid).ShouldBe(Bpf.Kill);
    }

    [Fact]
    public void Without_namespaces_there_are_no_sockets_and_no_changes_that_Landlock_does_not_see()
    {
        var filter = SeccompFilter.Shared();
        Run(filter, Native, Syscall.Socket, 2).ShouldBe(Refused);
        Run(filter, Native, Syscall.Chmod, 0, 0x180).ShouldBe(Refused);
        Run(filter, Native, Syscall.Utimensat, 3, 0).ShouldBe(Bpf.Allow);
        Run(filter, Native, Syscall.Utimensat, 3, 0x1_0000_0000).ShouldBe(Refused);
        Run(filter, Native, Syscall.Prlimit64, 0).ShouldBe(Bpf.Allow);
        Run(filter, Native, Syscall.Prlimit64, 77).ShouldBe(Refused);
    }

    private static uint Isolated(int call, params ulong[] arguments) => Run(SeccompFilter.Isolated(unixSockets: false), Native, call, arguments);

    private static uint Run(byte[] code, uint architecture, int call, params ulong[] arguments)
    {
        var data = new byte[64];
        BinaryPrimitives.WriteInt32LittleEndian(data, call);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), architecture);
        for (var i = 0; i < arguments.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(16 + (8 * i)), arguments[i]);
        }

        uint register = 0;
        for (var at = 0; ; at++)
        {
            var instruction = code.AsSpan(at * 8, 8);
            var value = BinaryPrimitives.ReadUInt32LittleEndian(instruction[4..]);
            switch (BinaryPrimitives.ReadUInt16LittleEndian(instruction))
            {
                case 0x20:
                    register = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)value));
                    break;
                case 0x15:
                    at += register == value ? instruction[2] : instruction[3];
                    break;
                case 0x35:
                    at += register >= value ? instruction[2] : instruction[3];
                    break;
                case 0x45:
                    at += (register & value) != 0 ? instruction[2] : instruction[3];
                    break;
                case 0x06:
                    return value;
                default:
                    throw new InvalidOperationException($"instruction {at}");
            }
        }
    }
}
