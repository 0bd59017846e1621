using System.Text;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Tests.Git;

public sealed class LineMemoryTests
{
    [Fact]
    public void Every_line_is_new_once()
    {
        var memory = new LineMemory();
        var path = memory.Path("a.txt"u8);
        var lines = Enumerable.Range(0, 200_000).Select(i => Encoding.ASCII.GetBytes($"line {i}")).ToArray();
        lines.Count(l => memory.Add(path, l)).ShouldBe(lines.Length);
        lines.Count(l => memory.Add(path, l)).ShouldBe(0);
    }

    [Fact]
    public void Paths_do_not_share_lines()
    {
        var memory = new LineMemory();
        memory.Add(memory.Path("a"u8), "line"u8).ShouldBeTrue();
        memory.Add(memory.Path("b"u8), "line"u8).ShouldBeTrue();
    }

    [Fact]
    public void When_it_is_full_it_forgets_and_never_invents()
    {
        var memory = new LineMemory(1 << 10);
        var path = memory.Path("a"u8);
        for (var i = 0; i < 100_000; i++)
        {
            memory.Add(path, Encoding.ASCII.GetBytes($"line {i}")).ShouldBeTrue();
        }
    }
}
