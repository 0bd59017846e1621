using Sallyport.Core.Decisions;

namespace Sallyport.Engine.Tests.Hooks;

public sealed class UndoTests : IDisposable
{
    private readonly HookBench _at = new();

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("rm -rf src")]
    [InlineData("git reset --hard")]
    [InlineData("find . -delete")]
    [InlineData(": > a.txt")]
    [InlineData("x=1;rm a.txt")]
    [InlineData("sudo sh -c 'rm a.txt'")]
    public void Before_what_could_destroy_something_the_state_is_kept(string command)
    {
        File.WriteAllText(Path.Combine(_at.Root, "a.txt"), "mine");
        _at.Command(command).Kind.ShouldNotBe(DecisionKind.Deny);
        var point = _at.Project.Undo.List().ShouldHaveSingleItem();
        point.Reason.ShouldBe(command);
        _at.Ledger[^1].Facts.ShouldContain(new KeyValuePair<string, string>("undo", point.Id));
        File.Delete(Path.Combine(_at.Root, "a.txt"));
        _at.Project.Undo.Restore(point.Id).Failures.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(_at.Root, "a.txt")).ShouldBe("mine");
    }

    [Theory]
    [InlineData("ls -la")]
    [InlineData("git status")]
    [InlineData("cat a.txt | wc -l")]
    public void Before_anything_else_nothing_is(string command)
    {
        _at.Command(command);
        _at.Project.Undo.List().ShouldBeEmpty();
    }
}
