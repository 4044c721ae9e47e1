import PinionSIMDKernels
import PinionTensor

// Results are bool. NaN is unequal to everything and unordered.
extension Tensor {
    /// Where a is equal to b, elementwise with broadcasting.
    public static func .== (a: Tensor, b: Tensor) -> Tensor { compare(.equal, .tensor(a), .tensor(b), "eq") }
    public static func .== <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.equal, .tensor(a), .number(b.number), "eq")
    }
    public static func .== <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.equal, .number(a.number), .tensor(b), "eq")
    }

    /// Where a is not equal to b, elementwise with broadcasting.
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { compare(.notEqual, .tensor(a), .tensor(b), "ne") }
    public static func .!= <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.notEqual, .tensor(a), .number(b.number), "ne")
    }
    public static func .!= <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.notEqual, .number(a.number), .tensor(b), "ne")
    }

    /// Where a is less than b, elementwise with broadcasting.
    public static func .< (a: Tensor, b: Tensor) -> Tensor { compare(.less, .tensor(a), .tensor(b), "lt") }
    public static func .< <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.less, .tensor(a), .number(b.number), "lt")
    }
    public static func .< <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.less, .number(a.number), .tensor(b), "lt")
    }

    /// Where a is less or equal to b, elementwise with broadcasting.
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { compare(.lessOrEqual, .tensor(a), .tensor(b), "le") }
    public static func .<= <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.lessOrEqual, .tensor(a), .number(b.number), "le")
    }
    public static func .<= <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.lessOrEqual, .number(a.number), .tensor(b), "le")
    }

    /// Where a is greater than b, elementwise with broadcasting.
    public static func .> (a: Tensor, b: Tensor) -> Tensor { compare(.greater, .tensor(a), .tensor(b), "gt") }
    public static func .> <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.greater, .tensor(a), .number(b.number), "gt")
    }
    public static func .> <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.greater, .number(a.number), .tensor(b), "gt")
    }

    /// Where a is greater or equal to b, elementwise with broadcasting.
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { compare(.greaterOrEqual, .tensor(a), .tensor(b), "ge") }
    public static func .>= <S: TensorScalar>(a: Tensor, b: S) -> Tensor {
        compare(.greaterOrEqual, .tensor(a), .number(b.number), "ge")
    }
    public static func .>= <S: TensorScalar>(a: S, b: Tensor) -> Tensor {
        compare(.greaterOrEqual, .number(a.number), .tensor(b), "ge")
    }

    static func compare(_ op: CompareOp, _ a: Operand, _ b: Operand, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in try Raw.compare(op, a, b, name: name) }
    }
}
