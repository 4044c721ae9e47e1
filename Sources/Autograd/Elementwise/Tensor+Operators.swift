import PinionTensor

extension Tensor {
    /// `a + b`, elementwise with broadcasting.
    public static func + (a: Tensor, b: Tensor) -> Tensor { BinaryRule.add(.tensor(a), .tensor(b)) }
    public static func + <S: TensorScalar>(a: Tensor, b: S) -> Tensor { BinaryRule.add(.tensor(a), .number(b.number)) }
    public static func + <S: TensorScalar>(a: S, b: Tensor) -> Tensor { BinaryRule.add(.number(a.number), .tensor(b)) }

    /// `a - b`, elementwise with broadcasting.
    public static func - (a: Tensor, b: Tensor) -> Tensor { BinaryRule.sub(.tensor(a), .tensor(b)) }
    public static func - <S: TensorScalar>(a: Tensor, b: S) -> Tensor { BinaryRule.sub(.tensor(a), .number(b.number)) }
    public static func - <S: TensorScalar>(a: S, b: Tensor) -> Tensor { BinaryRule.sub(.number(a.number), .tensor(b)) }

    /// `a · b`, elementwise with broadcasting; the matrix product is `matmul` or `•`.
    public static func * (a: Tensor, b: Tensor) -> Tensor { BinaryRule.mul(.tensor(a), .tensor(b)) }
    public static func * <S: TensorScalar>(a: Tensor, b: S) -> Tensor { BinaryRule.mul(.tensor(a), .number(b.number)) }
    public static func * <S: TensorScalar>(a: S, b: Tensor) -> Tensor { BinaryRule.mul(.number(a.number), .tensor(b)) }

    /// `a / b`, elementwise with broadcasting; integers are divided as floating-point numbers.
    public static func / (a: Tensor, b: Tensor) -> Tensor { BinaryRule.div(.tensor(a), .tensor(b)) }
    public static func / <S: TensorScalar>(a: Tensor, b: S) -> Tensor { BinaryRule.div(.tensor(a), .number(b.number)) }
    public static func / <S: TensorScalar>(a: S, b: Tensor) -> Tensor { BinaryRule.div(.number(a.number), .tensor(b)) }

    /// `a % b`, what the quotient rounded towards -∞ leaves, with the sign of b; as Python's.
    public static func % (a: Tensor, b: Tensor) -> Tensor { BinaryRule.remainder(.tensor(a), .tensor(b)) }
    public static func % <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        BinaryRule.remainder(.tensor(a), .number(b.number))
    }
    public static func % <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        BinaryRule.remainder(.number(a.number), .tensor(b))
    }

    /// `-x`
    public static prefix func - (x: Tensor) -> Tensor { UnaryRule.neg(x) }
    /// x itself.
    public static prefix func + (x: Tensor) -> Tensor { x }
}
