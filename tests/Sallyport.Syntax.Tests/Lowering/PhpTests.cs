namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>PHP as the intermediate representation sees it.</summary>
public sealed class PhpTests
{
    [Theory]
    [InlineData("$q = \"a $b {$c['d']} $e->f\" . 'x'; $q .= $_GET['y'];", "$q = (`a {$b} {$c['d']} {$e.f}` Concatenate 'x')\n$q = ($q Concatenate $_GET['y'])")]
    [InlineData("echo $a, 1; print $b; `ls $x`; include 'a' . $f;", "echo($a, 1)\nprint($b)\nshell_exec(`ls {$x}`)\ninclude(('a' Concatenate $f))")]
    [InlineData("if ($a): f(); elseif ($b): g(); else: h(); endif;", "if $a\n  f()\nelse\n  if $b\n    g()\n  else\n    h()")]
    [InlineData("foreach ($xs as $k => $v) { f($v); } for ($i = 0; $i < 3; $i++) { } while ($x): endwhile;", "for $v in $xs\n  f($v)\n$i = 0\nloop ($i Less 3); $i = ($i Add 1)\nloop $x; -")]
    [InlineData("switch ($x) { case 1: case 'a': f(); break; default: g(); }", "switch $x falling\ncase 1 | 'a'\n  f()\n  break\ncase \n  g()")]
    [InlineData("$r = match($x) { 1, 2 => 'a', default => throw new E() };", "$r = fn(){switch $x; case 1 | 2;   return 'a'; case ;   throw new E()}()")]
    [InlineData("if (!in_array($a, $b)) die('no'); f();", "if Not(($a In $b))\n  die('no')\n  throw -\nf()")]
    [InlineData("[$a, $b] = $c; $m = ['k' => 1, 'l' => $a]; $l = [1, ...$m]; $a['x'][] = 1;", "List[$a, $b] = $c\n$m = Map['k': 1, 'l': $a]\n$l = List[1, *$m]\n$a['x'][?()] = 1")]
    [InlineData("$o?->m()?->p; A::B; A::$c; A::m(...$xs, n: 1); new \\N\\C($x); C::class;", "$o.m().p\nA.B\nA.c\nA.m(*$xs, n=1)\nnew N.C($x)\n'C'")]
    [InlineData("$f = function($x) use ($y) { return $x . $y; }; $g = fn($x) => $x + $y;", "$f = fn($x){return ($x Concatenate $y)}\n$g = fn($x){return ($x Add $y)}")]
    [InlineData("$x = <<<EOT\na $b\nEOT;\n$n = (int)$x ?: 1; $y = $a ?? 'b';", "$x = `a {$b}`\n$n = ((int)$x Or 1)\n$y = ($a Coalesce 'b')")]
    public void A_statement_keeps_its_meaning(string source, string expected) =>
        IrText.Of("a.php", "<?php\n" + source).TrimEnd().ShouldBe(expected);

    [Fact]
    public void What_stands_in_a_page_is_shown() =>
        IrText.Of("a.php", "<b><?= $_GET['x'] ?></b><?php f(); ?><i><?= $y ?>").ShouldBe("echo($_GET['x'])\nf()\necho($y)\n");

    [Fact]
    public void A_class_keeps_properties_traits_and_promoted_parameters()
    {
        const string source = """
            <?php
            namespace App\Http; use A\B\C; use D\{E, F as G};
            #[Route("/x")] class K extends Base implements I {
              use T; const A = 1; private static $s = 'q'; public ?string $p = null;
              public function __construct(private Db $db, $q = 1) { parent::__construct($q); $this->x = self::$s; }
              public static function m(string $a, ...$rest): string { global $z; return $a . $z; }
            }
            """;
        IrText.Of("K.php", source).ShouldBe("""
            import A.B: C as C
            import D: E as E
            import D: F as G
            class @Route('/x') K : Base, I, T
              static A: - = 1
              static s: - = 'q'
              field p: string = null
              field db: Db = -
              def __init__($db: Db, $q = 1)
                self.db = $db
                super.__init__($q)
                self.x = self.s
              def static m($a: string, *$rest)
                return ($a Concatenate $z)

            """);
    }
}
