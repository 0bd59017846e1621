namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>C# as the intermediate representation sees it.</summary>
public sealed class CSharpTests
{
    [Theory]
    [InlineData("var q = $\"a{x:d}{{b}}\" + @\"c:\\d\" + \"\"\"raw\"\"\";", "q = ((`a{self.x}{b}` Add 'c:\\d') Add 'raw')")]
    [InlineData("a?.B?.C(x); a[^1] = a[1..2]; x ??= y!;", "self.a.B.C(self.x)\nself.a[1] = self.a[-:-]\nself.x = (self.x Coalesce self.y)")]
    [InlineData("using var r = Open(); using (var c = new Cmd(r)) { c.Go(); }", "r = self.Open()\nc = new Cmd(r)\nc.Go()")]
    [InlineData("var (a, b) = (1, 2); foreach (var (k, v) in d) { }", "Tuple[a, b] = Tuple[1, 2]\nfor Tuple[k, v] in self.d")]
    [InlineData("var o = new Cmd(c) { Text = q, Time = 2 }; Cmd p = new(1);", "o = new Cmd(self.c, Text=self.q, Time=2)\np: Cmd = new Cmd(1)")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }; int[] l = [1, ..d];", "d = Map['a': 1, 'b': 2]\nl: [] = List[1, *d]")]
    [InlineData("if (x is string { Length: > 2 } s && x is not null or 3) { }", "if ((s: string = self.x IsType string) And (Not((self.x Equal null)) Or (self.x Equal 3)))")]
    [InlineData("switch (x) { case 1: case 2: f(); break; case string s when s.Length > 1: break; default: g(); break; }", "switch self.x\ncase 1 | 2\n  self.f()\n  break\ncase  ? as s when (s.Length Greater 1)\n  break\ncase \n  self.g()\n  break")]
    [InlineData("var t = x switch { 1 or 2 => a, _ => throw new E() };", "t = fn(){switch self.x; case 1 | 2;   return self.a; case ;   throw new E()}()")]
    [InlineData("var w = from u in us where u.A == 1 select u.B;", "w = List<for u in self.us;   if (u.A Equal 1);     Yield(u.B)>")]
    [InlineData("try { F(); } catch (IOException e) when (e.X) { throw; } catch { }", "try\n  self.F()\ncatch IOException e\n  throw -\ncatch  -")]
    [InlineData("int.TryParse(q, out var n); var s = (string)q; s = q as string; F(name: 1, x: n);", "int.TryParse(self.q, n)\ns = (string)self.q\ns = (string)self.q\nself.F(name=1, x=n)")]
    [InlineData("await Task.Run(async () => await G()); yield return 1; int L(int y) => y;", "Await(Task.Run(fn(){return Await(self.G())}))\nYield(1)\ndef L(y: int)\n  return y")]
    [InlineData("for (int i = 0; i < 3; i++) a += i;", "i: int = 0\nloop (i Less 3); i = (i Add 1)\n  self.a = (self.a Add i)")]
    public void A_statement_keeps_its_meaning(string source, string expected) =>
        Body("class C : B { void M() { " + source + " } }").ShouldBe(expected);

    [Fact]
    public void A_class_keeps_properties_attributes_and_primary_constructors()
    {
        const string source = """
            using System; using X = A.B.C;
            namespace N.M;
            [ApiController, Route("x")]
            public class K(ILogger log) : B<int>(log) {
              const string Q = "q"; public string P { get; set; } = "p"; string R => log.Name;
              string S { get { return P; } set { P = value; } }
              public K(string s) : base(s) { }
              [HttpGet("y")] public async Task<string> M([FromQuery] string q, params string[] rest) => Q + q;
            }
            """;
        IrText.Of("K.cs", source).ShouldBe("""
            import System: * as *
            import A.B: C as X
            class @ApiController @Route('x') K : B
              static Q: string = 'q'
              field log: ILogger = -
              field P: string = 'p'
              def __init__(log: ILogger)
                self.log = log
              def @property R()
                return self.log.Name
              def @property S()
                return self.P
              def @S.setter S(value: string)
                self.P = value
              def __init__(s: string)
                super.__init__(s)
              def @HttpGet('y') M(@FromQuery q: string, *rest: [])
                return (K.Q Add q)

            """);
    }

    [Fact]
    public void A_program_without_a_class_is_read() =>
        IrText.Of("P.cs", "var app = Web.Create(args);\napp.MapGet(\"/\", (string q, [FromServices] Db db) => db.Q($\"a{q}\"));").ShouldBe(
            "app = Web.Create(args)\napp.MapGet('/', fn(q: string, @FromServices db: Db){return db.Q(`a{q}`)})\n");

    private static string Body(string source) =>
        string.Join('\n', IrText.Of("C.cs", source).TrimEnd().Split('\n').Skip(2).Select(line => line[4..]));
}
