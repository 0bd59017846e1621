namespace Sallyport.Syntax.Ir;

/// <summary>Operators of two operands.</summary>
internal enum BinaryOperator
{
    /// <summary>Addition, or texts and lists put together.</summary>
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,

    /// <summary>Remainder, or a format filled in.</summary>
    Modulo,
    Power,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>Left is an element of right.</summary>
    In,
    NotIn,

    /// <summary>Left is of the type that right names.</summary>
    IsType,

    /// <summary>Left matches the regular expression right.</summary>
    Matches,

    /// <summary>Texts put together, and nothing else.</summary>
    Concatenate,
    Other,
}

/// <summary>Operators that may leave their right side out.</summary>
internal enum LogicalOperator
{
    And,
    Or,

    /// <summary>Right where left is nothing.</summary>
    Coalesce,
}

/// <summary>Operators of one operand.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,

    /// <summary>A number made of it.</summary>
    Plus,
    Invert,
    TypeOf,
    Await,
    Yield,

    /// <summary>Every element of the operand is yielded.</summary>
    YieldFrom,
    Delete,
    Other,
}

/// <summary>What a written collection is.</summary>
internal enum CollectionKind
{
    List,
    Tuple,
    Set,

    /// <summary>Keys and values: a dictionary, or an object written out.</summary>
    Map,
}
