namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>Java as the intermediate representation sees it.</summary>
public sealed class JavaTests
{
    [Theory]
    [InlineData("String q = a + 'x';", "q: String = (self.a Add 'x')")]
    [InlineData("a.b.c(x)[1] = y += 2;", "self.a.b.c(self.x)[1] = self.y = (self.y Add 2)")]
    [InlineData("go(); Other.go();", "self.go()\nOther.go()")]
    [InlineData("run(() -> f(1)); run(A::new); run(String::valueOf);", "self.run(fn(){return self.f(1)})\nself.run(A)\nself.run(String.valueOf)")]
    [InlineData("for (String s : list) { if (s == null) continue; }", "for s in self.list\n  if (s Equal null)\n    continue")]
    [InlineData("switch (x) { case 1: case 2: f(); break; default: g(); }", "switch self.x falling\ncase 1 | 2\n  self.f()\n  break\ncase \n  self.g()")]
    [InlineData("var r = switch (x) { case \"a\", \"b\" -> 1; default -> { yield 2; } };", "r = fn(){switch self.x; case 'a' | 'b';   return 1; case ;   return 2}()")]
    [InlineData("try (var in = open()) { f(); } catch (IOException | RuntimeException e) { throw e; } finally { g(); }", "try\n  in = self.open()\n  self.f()\ncatch IOException | RuntimeException e\n  throw e\nfinally\n  self.g()")]
    [InlineData("if (o instanceof String s && !s.isEmpty()) return;", "if ((s: String = self.o IsType String) And Not(s.isEmpty()))\n  return -")]
    [InlineData("new Thread(new Runnable() { public void run() { f(); } });", "new Thread(new class{Runnable; run}())")]
    [InlineData("outer: while (true) { break outer; }", "outer:\nloop True; -\n  break outer")]
    [InlineData("byte[] b = new byte[] {1, 0x10}; Object o = (Object) b;", "b: [] = List[1, 16]\no: Object = (Object)b")]
    public void A_statement_keeps_its_meaning(string source, string expected) =>
        Body("class C extends B { void m() { " + source + " } }").ShouldBe(expected);

    [Fact]
    public void A_class_keeps_fields_annotations_and_inner_types()
    {
        const string source = """
            package a.b;
            import java.util.List;
            import static java.lang.Math.max;
            @RestController class C {
              static final String Q = "q"; private int n = 1;
              C(int n) { this.n = n; }
              @GetMapping("/x") String m(@RequestParam(name = "q") String q, int... rest) { return Q + max(n, 1); }
              record R(String s) { R { s = s.trim(); } }
              enum E { A(1) }
            }
            """;
        IrText.Of("C.java", source).ShouldBe("""
            import java.util: List as List
            import java.lang.Math: max as max
            class @RestController C
              static Q: String = 'q'
              class R
                field s: String = -
                def s()
                  return self.s
                def __init__(s: String)
                  s = s.trim()
                  self.s = s
              class E
                static A: - = new E(1)
              field n: int = 1
              def __init__(n: int)
                self.n = n
              def @GetMapping('/x') m(@RequestParam(name='q') q: String, *rest)
                return (C.Q Add max(self.n, 1))

            """);
    }

    [Fact]
    public void A_broken_method_does_not_lose_the_others() =>
        IrText.Of("C.java", "class C { void a() { int x = ; foo( } void b() { bar(); } }").ShouldContain("bar()");

    private static string Body(string source) =>
        string.Join('\n', IrText.Of("C.java", source).TrimEnd().Split('\n').Skip(2).Select(line => line[4..]));
}
