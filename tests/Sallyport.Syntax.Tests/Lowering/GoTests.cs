namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>Go as the intermediate representation sees it.</summary>
public sealed class GoTests
{
    [Theory]
    [InlineData("v, err := f(a); v, ok := m[k]; a, b = b, a", "Tuple[v, err] = f(a)\nv = m[k]\nTuple[a, b] = Tuple[b, a]")]
    [InlineData("if x := g(); x > 0 { f() } else if y { h() }", "x = g()\nif (x Greater 0)\n  f()\nelse\n  if y\n    h()")]
    [InlineData("for i := 0; i < 3; i++ { f(i) }; for k, v := range m { f(k, v) }; for { break }", "i = 0\nloop (i Less 3); i = (i Add 1)\n  f(i)\nfor v in m\n  f(k, v)\nloop -; -\n  break")]
    [InlineData("switch t := v.(type) { case string: f(t); default: g() }", "switch v\ncase  ? as t\n  f(t)\ncase  as t\n  g()")]
    [InlineData("switch { case a > 1: f() }; switch a { case 1, 2: g() }", "switch True\ncase  when (a Greater 1)\n  f()\nswitch a\ncase 1 | 2\n  g()")]
    [InlineData("m := map[string]int{\"a\": 1}; l := []int{1, 2}; p := &S{Name: x}; h := gin.H{\"a\": x}", "m = Map['a': 1]\nl = List[1, 2]\np = new S(Name=x)\nh = Map['a': x]")]
    [InlineData("s := x.(string); n := int(y); b := []byte(s); c := `raw` + 'c' + \"\\n\"", "s = (string)x\nn = (int)y\nb = ([])s\nc = (('raw' Add 'c') Add '\\n')")]
    [InlineData("defer db.Close(); go func() { f() }(); ch <- v; w := <-ch", "db.Close()\nfn(){f()}()\nch[?()] = v\nw = ch[?()]")]
    [InlineData("fn := func(w http.ResponseWriter, r *http.Request) { f(r.URL.Query()[\"q\"][1:]) }", "fn = fn(w: http.ResponseWriter, r: http.Request){f(r.URL.Query()['q'][1:-])}")]
    public void A_statement_keeps_its_meaning(string source, string expected) =>
        string.Join('\n', IrText.Of("a.go", "package p\nfunc m() {\n" + source + "\n}").TrimEnd().Split('\n').Skip(1).Select(line => line[2..])).ShouldBe(expected);

    [Fact]
    public void A_type_gets_the_methods_that_stand_outside_it()
    {
        const string source = """
            package p
            import ("net/http"; e "encoding/json"; "github.com/labstack/echo/v4"; _ "embed")
            type S struct { Name string; *Base }
            func (s *S) M(a, b string, rest ...int) (n int, err error) { n = 1; return }
            func (o Other) N() { o.x() }
            """;
        IrText.Of("a.go", source).ShouldBe("""
            import net/http: this as http
            import encoding/json: this as e
            import github.com/labstack/echo/v4: this as echo
            class S : Base
              field Name: string = -
              def M(s: S, a: string, b: string, *rest: int)
                n = 1
                return Tuple[n, err]
            class Other
              def N(o: Other)
                o.x()

            """);
    }
}
