import PinionTensor

// In place, as in PyTorch: all who share the memory see the change.
extension Tensor {
    public static func += (a: inout Tensor, b: Tensor) { BinaryRule.add.inPlace(a, .tensor(b)) }
    public static func += <S: TensorScalar>(a: inout Tensor, b: S) { BinaryRule.add.inPlace(a, .number(b.number)) }
    public static func -= (a: inout Tensor, b: Tensor) { BinaryRule.sub.inPlace(a, .tensor(b)) }
    public static func -= <S: TensorScalar>(a: inout Tensor, b: S) { BinaryRule.sub.inPlace(a, .number(b.number)) }
    public static func *= (a: inout Tensor, b: Tensor) { BinaryRule.mul.inPlace(a, .tensor(b)) }
    public static func *= <S: TensorScalar>(a: inout Tensor, b: S) { BinaryRule.mul.inPlace(a, .number(b.number)) }
    public static func /= (a: inout Tensor, b: Tensor) { BinaryRule.div.inPlace(a, .tensor(b)) }
    public static func /= <S: TensorScalar>(a: inout Tensor, b: S) { BinaryRule.div.inPlace(a, .number(b.number)) }
    public static func %= (a: inout Tensor, b: Tensor) { BinaryRule.remainder.inPlace(a, .tensor(b)) }
    public static func %= <S: TensorScalar>(a: inout Tensor, b: S) {
        BinaryRule.remainder.inPlace(a, .number(b.number))
    }
    public static func .&= (a: inout Tensor, b: Tensor) { a.bitwiseAndInPlace(b) }
    public static func .|= (a: inout Tensor, b: Tensor) { a.bitwiseOrInPlace(b) }
    public static func .^= (a: inout Tensor, b: Tensor) { a.bitwiseXorInPlace(b) }
}

// For tensors that are constants or results of calls. The forms above, which the compiler prefers, write back to what
// gave the tensor: `x[mask] *= 2` reads a copy of the elements, changes it, and writes it to x.
extension Tensor {
    @_disfavoredOverload
    public static func += (a: Tensor, b: Tensor) { BinaryRule.add.inPlace(a, .tensor(b)) }
    @_disfavoredOverload
    public static func += <S: TensorScalar>(a: Tensor, b: S) { BinaryRule.add.inPlace(a, .number(b.number)) }
    @_disfavoredOverload
    public static func -= (a: Tensor, b: Tensor) { BinaryRule.sub.inPlace(a, .tensor(b)) }
    @_disfavoredOverload
    public static func -= <S: TensorScalar>(a: Tensor, b: S) { BinaryRule.sub.inPlace(a, .number(b.number)) }
    @_disfavoredOverload
    public static func *= (a: Tensor, b: Tensor) { BinaryRule.mul.inPlace(a, .tensor(b)) }
    @_disfavoredOverload
    public static func *= <S: TensorScalar>(a: Tensor, b: S) { BinaryRule.mul.inPlace(a, .number(b.number)) }
    @_disfavoredOverload
    public static func /= (a: Tensor, b: Tensor) { BinaryRule.div.inPlace(a, .tensor(b)) }
    @_disfavoredOverload
    public static func /= <S: TensorScalar>(a: Tensor, b: S) { BinaryRule.div.inPlace(a, .number(b.number)) }
    @_disfavoredOverload
    public static func %= (a: Tensor, b: Tensor) { BinaryRule.remainder.inPlace(a, .tensor(b)) }
    @_disfavoredOverload
    public static func %= <S: TensorScalar>(a: Tensor, b: S) { BinaryRule.remainder.inPlace(a, .number(b.number)) }
    @_disfavoredOverload
    public static func .&= (a: Tensor, b: Tensor) { a.bitwiseAndInPlace(b) }
    @_disfavoredOverload
    public static func .|= (a: Tensor, b: Tensor) { a.bitwiseOrInPlace(b) }
    @_disfavoredOverload
    public static func .^= (a: Tensor, b: Tensor) { a.bitwiseXorInPlace(b) }
}
