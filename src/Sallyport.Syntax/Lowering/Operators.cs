using Sallyport.Syntax.Ir;

namespace Sallyport.Syntax.Lowering;

/// <summary>The operators that languages in the manner of C share.</summary>
internal static class Operators
{
    /// <summary>What an operator of two operands means.</summary>
    public static BinaryOperator Binary(string text) => text switch
    {
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        "%" => BinaryOperator.Modulo,
        "&" => BinaryOperator.And,
        "|" => BinaryOperator.Or,
        "^" => BinaryOperator.Xor,
        "<<" => BinaryOperator.ShiftLeft,
        ">>" or ">>>" => BinaryOperator.ShiftRight,
        "==" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        _ => BinaryOperator.Other,
    };
}
