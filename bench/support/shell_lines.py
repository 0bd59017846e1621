"""Lines of shell that differ in quoting, expansion and structure; every program is `p` or `q`, which no machine has."""
import random

WORDS = ["a", "bc", "d-e", "--f=g", "h.i", "1", "x2", "_"]


def line(chance: random.Random) -> str:
    """One line. It writes no file and calls nothing but builtins that only compute."""
    names, parts = [], []
    for _ in range(chance.randint(1, 4)):
        parts.append(_statement(chance, names, 0))
    return "; ".join(parts)


def _statement(chance, names, depth) -> str:
    kind = chance.random()
    if kind < 0.25:
        name = chance.choice("stuvw")
        names.append(name)
        return f"{name}={_word(chance, names, depth)}"
    if kind < 0.3:
        names.append("arr")
        return f"arr=({' '.join(_word(chance, names, depth) for _ in range(chance.randint(1, 3)))}); p \"${{arr[@]}}\" ${{#arr[@]}}"
    if kind < 0.36 and depth < 2:
        return f"for {chance.choice('ij')} in {_word(chance, names, depth)} {_word(chance, names, depth)}; do {_statement(chance, names + ['i'], depth + 1)}; p $i$j; done"
    if kind < 0.4 and depth < 2:
        return f"f() {{ p \"$1\" $# \"$@\"; }}; f {_word(chance, names, depth)} {_word(chance, names, depth)}"
    if kind < 0.44 and depth < 2:
        return f"set -- {_word(chance, names, depth)} {_word(chance, names, depth)}; p $2 \"$*\" ${{1:-n}}"
    if kind < 0.48 and depth < 2:
        return f"({_statement(chance, names, depth + 1)})"
    if kind < 0.52 and depth < 2:
        return f"eval \"p {chance.choice(WORDS)} '{chance.choice(WORDS)} x'\""
    return "p " + " ".join(_word(chance, names, depth) for _ in range(chance.randint(1, 4)))


def _word(chance, names, depth) -> str:
    return "".join(_piece(chance, names, depth) for _ in range(chance.randint(1, 3)))


def _piece(chance, names, depth) -> str:
    text, name = chance.choice(WORDS), chance.choice(names) if names else "nil"
    choices = [
        text, f"'{text} {text}'", f'"{text} $"', f"\\{chance.choice('abcxyz')}", f'"${name}"', f"${name}", f"${{{name}}}", f'"${{{name}:-{text}}}"', f"${{{name}#?}}", f"${{{name}%?}}", f"${{{name}/{text[0]}/Z}}",
        f"${{{name}^^}}", f"${{#{name}}}", f"${{{name}:1}}", f"$(({chance.randint(0, 9)} {chance.choice(['+', '-', '*', '<', '|', '%'])} {chance.randint(1, 9)}))", f"$'{text}\\x41\\t'", f"{{{text},{chance.choice(WORDS)}}}", f"{{{chance.randint(1, 3)}..{chance.randint(1, 4)}}}", '""', "''",
    ]
    if depth < 2:
        choices += [f"$(printf %s {text})", f"\"$(echo {text} {text})\"", f"`echo {text}`", f"$(echo ${name})"]
    return chance.choice(choices)
