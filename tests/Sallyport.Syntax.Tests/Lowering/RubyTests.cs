namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>Ruby as the intermediate representation sees it.</summary>
public sealed class RubyTests
{
    [Theory]
    [InlineData("q = params[:q]\nUser.where(\"name = '#{q}'\").first", "q = params()['q']\nUser.where(`name = '{q}'`).first()")]
    [InlineData("x = 1 unless y\nreturn if z", "if Not(y())\n  x = 1\nif z()\n  return -")]
    [InlineData("if a == 1 then f elsif b; g else h end", "if (a() Equal 1)\n  f()\nelse\n  if b()\n    g()\n  else\n    h()")]
    [InlineData("xs.each do |k, (v, w)| f(v) end\nys.map { |y| y + 1 }", "xs().each($block=fn(k, $0){Tuple[v, w] = $0; return f(v)})\nys().map($block=fn(y){return (y Add 1)})")]
    [InlineData("case x when 1, 2 then f; when String; g; else h; end", "switch x()\ncase 1 | 2\n  f()\ncase  ?\n  g()\ncase \n  h()")]
    [InlineData("begin; f; rescue A, B => e; g(e); ensure; h; end", "try\n  f()\ncatch A | B e\n  g(e)\nfinally\n  h()")]
    [InlineData("a, *b = f\nh = { a: 1, 'b' => a, **b }\nh[:c] ||= 2\no.x = a", "Tuple[a, *b] = f()\nh = Map['a': 1, 'b': a, *b]\nh['c'] = (h['c'] Or 2)\no().x = a")]
    [InlineData("`ls #{d}`\nsystem(\"ls\", *args)\nrender html: s.html_safe, status: 200", "`(`ls {d()}`)\nsystem('ls', *args())\nrender(html=s().html_safe(), status=200)")]
    [InlineData("l = ->(x) { x }\nl.(1)\nFoo::Bar.new(1).go", "l = fn(x){return x}\nl(1)\nnew Foo.Bar(1).go()")]
    [InlineData("s = <<~SQL\n  select #{f}\nSQL\ng(s)", "s = `\n  select {f()}\n`\ng(s)")]
    [InlineData("s = 'a'\ns << params[:b]\nraise ArgumentError, 'x' if s =~ /b/", "s = 'a'\ns = (s Add params()['b'])\nif (s Matches 'b')\n  throw ArgumentError")]
    [InlineData("x = if y then 1 else 2 end", "x = fn(){if y();   return 1; else;   return 2}()")]
    public void A_statement_keeps_its_meaning(string source, string expected) =>
        IrText.Of("a.rb", source + "\n").TrimEnd().Replace("`\\n", "`\n", StringComparison.Ordinal).ShouldBe(expected);

    [Fact]
    public void A_class_keeps_methods_accessors_and_what_it_includes()
    {
        const string source = """
            module M
              class K < Base
                include Foo
                attr_accessor :a
                A = 1
                before_action :auth
                def initialize(a, b = 1, *rest, k: 2, &blk); @a = a; super(a); end
                def self.m(x) = x + 1
                def show; q = a; helper(q); yield q; end
                private def helper(z); z; end
              end
            end
            """;
        IrText.Of("k.rb", source).ShouldBe("""
            class K : Base, Foo
              static A: - = 1
              static : - = before_action('auth')
              def a()
                return self.a
              def __init__(a, b = 1, *rest, k = 2, $block)
                blk = $block
                self.a = a
                super.__init__(a)
              def static m(x, $block)
                return (x Add 1)
              def show($block)
                q = self.a()
                self.helper(q)
                return $block(q)
              def helper(z, $block)
                return z

            """);
    }
}
