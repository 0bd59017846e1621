using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Expressions.</summary>
internal sealed partial class Evaluator
{
    private Value Evaluate(Expression expression)
    {
        _steps++;
        switch (expression)
        {
            case LiteralExpression { Value: var constant }:
                return Value.Of(constant);
            case NameExpression name:
                return Lookup(name);
            case SelfExpression:
                return Self();
            case SuperExpression:
                return Super();
            case FieldExpression field:
                return Member(Evaluate(field.Target), field.Name, field);
            case IndexExpression index:
                return Element(Evaluate(index.Target), Evaluate(index.Index), index);
            case SliceExpression slice:
                return Part(slice);
            case CallExpression call:
                return Call(call);
            case BinaryExpression binary:
                return Binary(binary);
            case LogicalExpression logical:
                return Logical(logical);
            case UnaryExpression unary:
                return Unary(unary);
            case ConditionalExpression conditional:
                return Conditional(conditional);
            case TemplateExpression template:
                return Template(template);
            case CollectionExpression collection:
                return Collection(collection);
            case ComprehensionExpression comprehension:
                return Comprehension(comprehension);
            case FunctionExpression { Function: var function }:
                return MakeClosure(function);
            case ClassExpression { Type: var type }:
                return MakeClass(type, expression);
            case AssignExpression assign:
                return Assignment(assign);
            case CastExpression cast:
                return Cast(cast);
            case UnknownExpression unknown:
                Taint? taint = null;
                foreach (var part in unknown.Parts)
                {
                    taint = Taint.Join(taint, Deep(Evaluate(part)));
                }

                return Tainted(Value.Unknown, taint);
            default:
                return Value.Unknown;
        }
    }

    private AssignExpression? _assignment;

    private Value Assignment(AssignExpression assign)
    {
        var value = Evaluate(assign.Value);
        if (assign.Type is not null && value.Path is null && value.References.Length == 0)
        {
            value = Declared(assign.Type, value);
        }

        var outer = _assignment;
        _assignment = assign;
        Assign(assign.Target, value, assign.Value);
        _assignment = outer;
        return value;
    }

    // What a declared type adds to what is known of a value.
    // Types whose values are numbers, moments or identifiers, whatever they were made from.
    private static readonly HashSet<string> _numbers = new(StringComparer.Ordinal)
    {
        "int", "float", "bool", "complex", "number", "boolean", "long", "double", "short", "byte", "char", "decimal", "uint", "ulong", "ushort", "sbyte", "nint",
        "Integer", "Long", "Double", "Float", "Boolean", "Short", "Byte", "Character", "BigDecimal", "UUID", "Guid", "DateTime", "DateOnly", "TimeSpan", "DateTimeOffset", "LocalDate", "LocalDateTime", "Instant",
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "rune",
    };

    private Value Declared(Expression type, Value value)
    {
        var named = Evaluate(type);
        if (named.Path is not null && _numbers.Contains(named.Path))
        {
            return value with { Kind = ValueKind.Number, Taint = null, Identity = 0 };
        }

        foreach (var reference in named.References)
        {
            if (_state.Find(reference) is { Kind: CellKind.Class } && !value.IsConstant)
            {
                return value with { References = Allocate(type, new Cell(CellKind.Instance) { Type = reference, Exact = false }).References };
            }
        }

        return named.Path is null || named.Path is "str" or "string" or "String" or "object" or "Any" or "any" ? value : value with { Path = named.Path };
    }

    private Value Cast(CastExpression cast)
    {
        var value = Evaluate(cast.Value);
        return cast.Type is NameExpression { Name: var type } && _numbers.Contains(type) ? Declared(cast.Type, value)
            : value.Path is null && value.References.Length == 0 ? Declared(cast.Type, value) : value;
    }

    private Value Template(TemplateExpression template)
    {
        Taint? taint = null;
        var text = "";
        var (known, prefix) = (true, "");
        foreach (var part in template.Parts)
        {
            var value = Evaluate(part);
            taint = Taint.Join(taint, Deep(value));
            var constant = value.IsConstant ? Folding.Text(value.Constant) : null;
            if (known)
            {
                prefix = text + (constant ?? value.Prefix ?? "");
            }

            known &= constant is not null;
            text += constant;
        }

        return known ? Tainted(Value.Of(text), taint) : Tainted(Value.Text with { Prefix = prefix.Length > 0 ? prefix : null }, taint);
    }

    private Value Binary(BinaryExpression binary)
    {
        var left = Evaluate(binary.Left);
        var right = Evaluate(binary.Right);
        if (binary.Operator is >= BinaryOperator.Equal and <= BinaryOperator.Matches)
        {
            return Compare(binary, left, right);
        }

        if (left.IsConstant && right.IsConstant && Folding.Compute(binary.Operator, left.Constant, right.Constant) is { } constant)
        {
            return Tainted(Value.Of(constant), Taint.Join(left.Taint, right.Taint));
        }

        if (binary.Operator is BinaryOperator.Add or BinaryOperator.Concatenate)
        {
            return Joined(binary, left, right);
        }

        if (binary.Operator is BinaryOperator.Modulo && left.Kind != ValueKind.Number)
        {
            return Tainted(Value.Text with { Prefix = BeforeHole(left.Prefix) }, Taint.Join(left.Taint, Deep(right)));
        }

        // Path('a') / b, a | b of maps, a * n of text.
        var taint = Taint.Join(Deep(left), Deep(right));
        return binary.Operator is BinaryOperator.Divide or BinaryOperator.Or or BinaryOperator.Multiply or BinaryOperator.Other or BinaryOperator.ShiftLeft
            ? Tainted(new Value { Path = left.Path, Prefix = binary.Operator == BinaryOperator.Divide ? left.Prefix : null }, left.Kind == ValueKind.Number ? null : taint)
            : taint is null ? Value.Number : Tainted(Value.Number, taint);
    }

    private static string? BeforeHole(string? format)
    {
        var hole = format?.AsSpan().IndexOfAny('%', '{') ?? -1;
        return hole < 0 ? format : hole == 0 ? null : format![..hole];
    }

    private Value Joined(BinaryExpression binary, Value left, Value right)
    {
        if (Single(left) is { Items: { } first } && Single(right) is { Items: { } second })
        {
            return Allocate(binary, new Cell(CellKind.List) { Items = [.. first, .. second] });
        }

        var taint = Taint.Join(Deep(left), Deep(right));
        if (left.References.Length > 0 || right.References.Length > 0)
        {
            var list = new Cell(CellKind.List) { Exact = false };
            foreach (var side in new[] { left, right })
            {
                if (Single(side)?.Any() is { } any)
                {
                    list.Add(any);
                }
            }

            return Tainted(list.Rest is null ? Value.Text : Allocate(binary, list), taint);
        }

        if (left.Kind == ValueKind.Number && right.Kind == ValueKind.Number)
        {
            return Tainted(Value.Number, taint);
        }

        var constant = left.IsConstant ? Folding.Text(left.Constant) : null;
        var prefix = constant is null ? left.Prefix : constant + right.Prefix;
        return Tainted(Value.Text with { Prefix = prefix is { Length: > 0 } ? prefix : null }, taint);
    }

    private Cell? Single(Value value) => value.References is [var only] ? _state.Find(only) : null;

    private Value Logical(LogicalExpression logical)
    {
        var left = Evaluate(logical.Left);
        var truth = logical.Operator == LogicalOperator.Coalesce ? Coalesces(left) : Truth(left);
        var skips = logical.Operator == LogicalOperator.And ? truth is false : truth is true;
        if (skips || _state.Dead)
        {
            return left;
        }

        if (truth is not null)
        {
            Assume(left, holds: logical.Operator == LogicalOperator.And);
            return Evaluate(logical.Right);
        }

        var root = _state;
        _state = root.Fork();
        if (logical.Operator != LogicalOperator.Coalesce)
        {
            Assume(left, holds: logical.Operator == LogicalOperator.And);
        }

        var right = Evaluate(logical.Right);
        Meet(root, [[]]);
        var value = logical.Operator == LogicalOperator.And ? right : Value.Join(left.IsConstant && left.Constant is null ? right : left, right);
        return value with
        {
            IsConstant = false,
            Constant = null,
            Test = logical.Operator switch
            {
                LogicalOperator.And => Test.And(TestOf(left), TestOf(right)),
                LogicalOperator.Or => Test.Or(TestOf(left), TestOf(right)),
                _ => null,
            },
        };
    }

    // Whether the left side is surely something; null where that is not known.
    private static bool? Coalesces(Value left) => left.IsConstant ? left.Constant is not null : left.References.Length > 0 ? true : null;

    private Value Conditional(ConditionalExpression conditional)
    {
        var condition = Evaluate(conditional.Condition);
        var truth = Truth(condition);
        if (truth is not null)
        {
            Assume(condition, truth.Value);
            return Evaluate(truth.Value ? conditional.Then : conditional.Otherwise);
        }

        var root = _state;
        _state = root.Fork();
        Assume(condition, holds: true);
        var then = Evaluate(conditional.Then);
        var ways = new List<Dictionary<int, Cell>>();
        if (!_state.Dead)
        {
            ways.Add(_state.Since(root));
        }

        _state = root.Fork();
        Assume(condition, holds: false);
        var otherwise = Evaluate(conditional.Otherwise);
        Meet(root, ways);
        return Value.Join(then, otherwise);
    }

    private Value Unary(UnaryExpression unary)
    {
        if (unary.Operator == UnaryOperator.Delete)
        {
            return Delete(unary.Operand);
        }

        var value = Evaluate(unary.Operand);
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                return Truth(value) is { } truth ? Value.Of(!truth) : Value.Boolean with { Test = TestOf(value)?.Not };
            case UnaryOperator.Negate:
                return value.Constant is double number ? Value.Of(-number) : Value.Number;
            case UnaryOperator.Plus:
                return value.Constant is double ? value : Value.Number;
            case UnaryOperator.TypeOf:
                return Value.Text with { Receiver = value, Path = "@typeof" };
            case UnaryOperator.Await:
                return value;
            case UnaryOperator.Yield:
                (_at.Yields ??= []).Add(value);
                return Value.Unknown;
            case UnaryOperator.YieldFrom:
                var items = Elements(value, keys: true, out var any);
                _at.ExactYields &= items is not null;
                (_at.Yields ??= []).AddRange(items ?? [any]);
                return Value.Unknown;
            case UnaryOperator.Invert:
                return Value.Number;
            default:
                return value;
        }
    }

    
}
