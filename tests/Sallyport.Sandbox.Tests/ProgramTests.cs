using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox;

public sealed class ProgramTests
{
    [Fact]
    public void A_program_does_its_calls_in_order_and_ends_with_what_it_says()
    {
        var program = new SyscallProgram();
        program.Call("close on exec", Syscall.Fcntl, SyscallProgram.Report, 2, 1);
        program.Call("end", Syscall.ExitGroup, 42);
        Child.Start(program).Wait().ShouldBe(42);
    }

    [Fact]
    public void A_call_that_fails_is_named_with_its_error()
    {
        var program = new SyscallProgram();
        program.Call("close on exec", Syscall.Fcntl, SyscallProgram.Report, 2, 1);
        program.Call("the missing file", Syscall.Open, program.Text("/no/such/file"), 0, 0);
        program.Call("never", Syscall.ExitGroup, 0);
        var child = Child.Start(program);
        child.Started().ShouldBe(new LaunchFailure("the missing file", LaunchFailure.NotFound));
        child.Wait().ShouldBe(SyscallProgram.Failed);
    }

    [Fact]
    public void A_result_is_an_operand_of_later_calls()
    {
        var file = Path.GetTempFileName();
        var program = new SyscallProgram();
        var opened = program.Call("open", Syscall.Open, program.Text(file), 1, 0);
        program.Call("write", Syscall.Write, opened, program.Text("written"), 7);
        program.Call("end", Syscall.ExitGroup, 0);
        Child.Start(program).Wait().ShouldBe(0);
        File.ReadAllText(file).ShouldBe("written");
        File.Delete(file);
    }

    [Fact]
    public void A_failure_can_be_passed_over_and_a_success_can_be_taken_for_one()
    {
        var program = new SyscallProgram();
        program.Try("does not matter", Syscall.Close, -1);
        program.Call("getppid", Syscall.Getppid);
        program.FailOn(Environment.ProcessId);
        program.OnError(program.Count - 1, program.Count + 1);
        program.Call("not here", Syscall.ExitGroup, 1);
        program.Call("here", Syscall.ExitGroup, 7);
        Child.Start(program).Wait().ShouldBe(7);
    }
}
