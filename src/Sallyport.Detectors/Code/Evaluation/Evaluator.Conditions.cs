using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Conditions: what they are, and what follows where they hold.</summary>
internal sealed partial class Evaluator
{
    private bool? Truth(Value value)
    {
        if (value.Truth is { } truth)
        {
            return truth;
        }

        if (Single(value) is not { } cell || value.Taint is not null)
        {
            return value.References.Length > 0 && value.References.All(r => _state.Find(r) is { Kind: CellKind.Closure or CellKind.Class }) ? true : null;
        }

        return cell.Kind switch
        {
            CellKind.List when cell.Items is not null && cell.Exact => Module.Language == Language.JavaScript || cell.Items.Count > 0,
            CellKind.Map when cell.Exact && cell.Rest is null => Module.Language == Language.JavaScript || cell.Fields.Count > 0,
            CellKind.Closure or CellKind.Class => true,
            _ => null,
        };
    }

    // A text that is false is empty: nothing of others is in it.
    private static Test? TestOf(Value value) => value.Test ?? (value.Identity != 0 && value.Taint is not null ? Test.False(new(value.Identity, Apis.Kinds.All)) : null);

    private void Assume(Value condition, bool holds)
    {
        if (TestOf(condition) is { } test)
        {
            foreach (var fact in holds ? test.WhenTrue : test.WhenFalse)
            {
                Clear(fact);
            }
        }
    }

    // Makes a value safe wherever the call, or an object it works on, holds it.
    private void Clear(Test.Fact fact)
    {
        if (fact.Identity == 0)
        {
            return;
        }

        for (var at = _at; at is not null; at = at.Caller)
        {
            if (at.Function.Outer is not null || ReferenceEquals(at, _at))
            {
                Clear(at.Frame, fact, depth: 2);
            }
        }
    }

    private void Clear(int id, Test.Fact fact, int depth)
    {
        if (_state.Find(id) is not { } cell)
        {
            return;
        }

        List<string>? concerned = null;
        foreach (var (name, value) in cell.Fields)
        {
            if (Concerns(fact, value))
            {
                (concerned ??= []).Add(name);
            }
            else if (depth > 0)
            {
                foreach (var reference in value.References)
                {
                    if (_state.Find(reference) is { Kind: CellKind.Instance or CellKind.Map or CellKind.List })
                    {
                        Clear(reference, fact, depth - 1);
                    }
                }
            }
        }

        foreach (var name in concerned ?? [])
        {
            _state.Edit(id).Fields[name] = Cleared(cell.Fields[name], fact);
        }

        for (var i = 0; i < (cell.Items?.Count ?? 0); i++)
        {
            if (Concerns(fact, cell.Items![i]))
            {
                _state.Edit(id).Items![i] = Cleared(cell.Items[i], fact);
            }
        }
    }

    private static bool Concerns(Test.Fact fact, Value value) =>
        value.Taint is not null && (value.Identity == fact.Identity || (fact.Roots is not null && value.Taint.Trace.Root == fact.Roots.Trace.Root));

    private static Value Cleared(Value value, Test.Fact fact)
    {
        var taint = Taint.Without(value.Taint, fact.Kinds);
        return value with { Taint = taint, Identity = taint is null ? 0 : value.Identity };
    }

    private Value Compare(BinaryExpression binary, Value left, Value right)
    {
        CheckCredential(binary, left, right);
        if (Decided(binary.Operator, left, right) is { } known)
        {
            return Value.Of(known);
        }

        var test = binary.Operator switch
        {
            BinaryOperator.Equal => Test.Or(Equal(left, right), null) ?? Equal(right, left),
            BinaryOperator.NotEqual => (Equal(left, right) ?? Equal(right, left))?.Not,
            BinaryOperator.In => Listed(left, right) ?? Held(left, right),
            BinaryOperator.NotIn => (Listed(left, right) ?? Held(left, right))?.Not,
            BinaryOperator.Matches => Matched(right, left),
            BinaryOperator.IsType => OfType(left, right),
            _ => null,
        };
        return Value.Boolean with { Test = test };
    }

    // A password that is compared with a constant: whoever reads the program has it.
    private void CheckCredential(BinaryExpression binary, Value left, Value right)
    {
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            && ((right.ConstantText is { Length: > 2 } && !left.IsConstant && Credentials.IsNamed(binary.Left)) || (left.ConstantText is { Length: > 2 } && !right.IsConstant && Credentials.IsNamed(binary.Right))))
        {
            _universe.Weaknesses.Use(Module, "hard-coded-credential", binary);
        }
    }

    private bool? Decided(BinaryOperator op, Value left, Value right)
    {
        if (left.IsConstant && right.IsConstant)
        {
            return Folding.Compute(op, Folding.Comparable(left.Constant), Folding.Comparable(right.Constant)) as bool?;
        }

        if (op is BinaryOperator.In or BinaryOperator.NotIn && left.IsConstant && left.Taint is null && Single(right) is { Exact: true } cell && right.Taint is null)
        {
            var key = Folding.Key(left);
            var held = cell.Items is not null
                ? (cell.Items.TrueForAll(i => i.IsConstant) ? cell.Items.Exists(i => Equals(i.Constant, left.Constant)) : (bool?)null)
                : cell.Kind == CellKind.Map && key is not null && cell.Rest is null ? cell.Fields.ContainsKey(key) : null;
            return held is null ? null : held == (op == BinaryOperator.In);
        }

        // An object is not nothing.
        var (one, other) = left.IsConstant && left.Constant is null ? (right, left) : (left, right);
        return op is BinaryOperator.Equal or BinaryOperator.NotEqual && other.IsConstant && other.Constant is null && one.References.Length > 0 && one.Path is null && !one.IsConstant && one.Taint is null
            && one.References.All(r => _state.Find(r) is { Kind: not CellKind.Instance })
            ? op == BinaryOperator.NotEqual
            : null;
    }

    // What equals something that nobody outside chose is safe.
    private Test? Equal(Value value, Value other)
    {
        if (value.Identity != 0 && value.Taint is not null && other.Taint is null)
        {
            return IsHost(value) ? Test.True(OfHost(value)) : Test.True(new(value.Identity, Apis.Kinds.All));
        }

        // f(x) == true, and re.match(x) != None.
        return value.Test is { } test && other.IsConstant ? other.Constant is true ? test : other.Constant is null or false ? test.Not : null : null;
    }

    // The host that was taken out of an address: where it is the right one, the whole address is.
    private static bool IsHost(Value value) => value.Path is { } path && (path.EndsWith(".netloc", StringComparison.Ordinal) || path.EndsWith(".hostname", StringComparison.Ordinal) || path.EndsWith(".host", StringComparison.Ordinal) || path.EndsWith(".origin", StringComparison.Ordinal));

    private Test.Fact OfHost(Value value) => new(value.Identity, _universe.Weaknesses.Kinds.Bit("url|redirect"), value.Taint);

    // In a list that nobody outside wrote.
    private Test? Listed(Value value, Value list) => IsHost(value) && value.Taint is not null && Deep(list) is null ? Test.True(OfHost(value))
        : value.Identity != 0 && value.Taint is not null && Deep(list) is null && list.ConstantText is null && list.Kind != ValueKind.Text ? Test.True(new(value.Identity, Apis.Kinds.All)) : null;

    // Where a text does not hold the character that would break out of its place, it cannot break out.
    private Test? Held(Value part, Value text)
    {
        if (part.ConstantText is not { Length: > 0 } mark || text.Identity == 0 || text.Taint is null)
        {
            return null;
        }

        var kinds = Breaking.Kinds(mark, _universe.Weaknesses.Kinds);
        return kinds == 0 ? null : Test.False(new(text.Identity, kinds, text.Taint));
    }

    private Test? Matched(Value pattern, Value text) =>
        text.Identity != 0 && text.Taint is not null && pattern.Taint is null && (pattern.ConstantText is null || Breaking.Restricts(pattern.ConstantText))
            ? Test.True(new(text.Identity, Apis.Kinds.All)) : null;

    private static Test? OfType(Value value, Value type) =>
        value.Identity != 0 && type.Path is "int" or "float" or "bool" or "complex" or "number" or "boolean" ? Test.True(new(value.Identity, Apis.Kinds.All)) : null;

    /// <summary>The value of a call that compares texts: begins with, ends with, is made of.</summary>
    private Value? TextTest(string method, Value text, CallArguments arguments)
    {
        var argument = arguments.All.Count > 0 ? arguments.All[0].Value : null;
        switch (method)
        {
            case "isdigit" or "isnumeric" or "isdecimal" or "isalnum" or "isalpha" or "isidentifier":
                return text.ConstantText is { } known
                    ? Value.Of(known.Length > 0 && known.All(c => method switch { "isalpha" => char.IsLetter(c), "isalnum" => char.IsLetterOrDigit(c), "isidentifier" => char.IsLetterOrDigit(c) || c == '_', _ => char.IsDigit(c) }))
                    : Value.Boolean with { Test = text.Identity == 0 ? null : Test.True(new(text.Identity, Apis.Kinds.All)) };
            case "startswith" or "startsWith" or "StartsWith" or "hasPrefix":
                if (text.ConstantText is { } whole && argument?.ConstantText is { } start)
                {
                    return Value.Of(whole.StartsWith(start, StringComparison.Ordinal));
                }

                return text.Taint is null || argument is null || argument.Taint is not null ? Value.Boolean
                    : Value.Boolean with { Test = Begins(text, argument) };
            case "endswith" or "endsWith" or "EndsWith":
                return text.ConstantText is { } all && argument?.ConstantText is { } end ? Value.Of(all.EndsWith(end, StringComparison.Ordinal)) : Value.Boolean;
            case "includes" or "contains" or "Contains" or "has" when argument is not null && text.References.Length == 0:
                return text.ConstantText is { } long_ && argument.ConstantText is { } part ? Value.Of(long_.Contains(part, StringComparison.Ordinal))
                    : Value.Boolean with { Test = Held(argument, text) ?? (text.Taint is null ? Listed(argument, text) : null) };
            default:
                return null;
        }
    }

    // A text that begins as it must is in its folder, or goes to its host.
    private Test Begins(Value text, Value start)
    {
        var kinds = _universe.Weaknesses.Kinds;
        var fixedHost = start.ConstantText is null || start.ConstantText.Contains("://", StringComparison.Ordinal) || start.ConstantText.StartsWith('/');
        var resolved = text.Path?.StartsWith("@resolved", StringComparison.Ordinal) ?? false;
        return Test.True(new(text.Identity, (fixedHost ? kinds.Bit("url|redirect") : 0) | kinds.Bit("path"), resolved ? text.Taint : null));
    }
}
