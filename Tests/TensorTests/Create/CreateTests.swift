import PinionTensor
import Testing

/// Creation functions against create.txt.
@Suite struct CreateTests {
    private let base = Tensor.zeros(2, 3, 4, 5)

    /// A tensor over `base`'s memory.
    private func strided(_ shape: [Int], _ strides: [Int]) -> Tensor { .emptyStrided(shape, strides) }

    private func named() -> [String: Tensor] {
        [
            "arange of an integer": .arange(5),
            "arange of a number": .arange(5.0),
            "arange with an end on the way": .arange(1, 2.5, 0.5),
            "arange of large integers": .arange(1 << 60, 1 << 60 + 9, step: 2),
            "arange of integers from numbers": .arange(0.7, 5.2, step: 1.9, dtype: .int32),
            "zeros": .zeros(2, 3),
            "zeros int8": .zeros([2, 0], dtype: .int8),
            "zeros of no dimensions": .zeros([]),
            "ones bfloat16": .ones(3, dtype: .bfloat16),
            "ones bool": .ones(1, 2, 3, dtype: .bool),
            "full of an integer": .full([2], 3),
            "full of a number": .full([2, 2], 3.7),
            "full of a truth": .full([2], true),
            "full to integers": .full([2], 3.7, dtype: .int32),
            "full float16": .full([1, 4], 0.1, dtype: .float16),
            "eye": .eye(3),
            "eye 2 4": .eye(2, 4, dtype: .int64),
            "eye 4 2": .eye(4, 2, dtype: .bool),
            "eye 0": .eye(0),
            "tril 3 4": .trilIndices(3, 4),
            "tril 4 3 1": .trilIndices(4, 3, offset: 1),
            "tril 4 3 -2": .trilIndices(4, 3, offset: -2),
            "tril 2 3 -5": .trilIndices(2, 3, offset: -5),
            "triu 3 4": .triuIndices(3, 4),
            "triu 4 3 2": .triuIndices(4, 3, offset: 2),
            "triu 4 3 -1": .triuIndices(4, 3, offset: -1),
            "triu 3 3 9": .triuIndices(3, 3, offset: 9),
            "like permuted": .onesLike(strided([4, 2, 5, 3], [5, 60, 1, 20])),
            "like a part": .zerosLike(strided([2, 2, 2], [60, 20, 10])),
            "like a permuted part": .fullLike(strided([4, 3, 2, 2], [1, 20, 60, 15]), 7, dtype: .int16),
            "like expanded": .onesLike(strided([2, 3, 4], [0, 1, 0])),
            "like expanded and transposed": .onesLike(strided([3, 5], [1, 0])),
        ]
    }

    private func more() -> [String: Tensor] {
        [
            "new zeros": Tensor.zeros(1, dtype: .int32).newZeros(2, 2),
            "new ones": Tensor.zeros(1, dtype: .float64).newOnes([3]),
            "new full": Tensor.zeros(1, dtype: .int32).newFull([2], 2.9),
            "new tensor": Tensor.zeros(1, dtype: .float16).newTensor([[1, 2], [3, 4]]),
            "tensor of integers": Tensor([1, 2]),
            "tensor of numbers": Tensor([1, 2.5]),
            "tensor of truths": Tensor([[true], [false]]),
            "tensor of a number": Tensor(2.5, dtype: .float64),
            "tensor of nothing": Tensor([Double]()),
            "tensor of empty rows": Tensor([[Double](), []]),
            "tensor of bytes": Tensor([UInt8]([1, 255])),
            "tensor in a shape": Tensor([1.0, 2, 3, 4, 5, 6], shape: [2, 3]),
        ]
    }

    /// The sequence that a line's name describes.
    private func sequence(_ name: String) throws -> Tensor? {
        let words = name.split(separator: " ")
        guard let last = words.last, let dtype = DType(name: last) else { return nil }
        let numbers = words.dropFirst().dropLast().compactMap { Double($0) }
        switch (words[0], numbers.count) {
        case ("arange", 3) where dtype.isFloatingPoint:
            return .arange(numbers[0], numbers[1], step: numbers[2], dtype: dtype)
        case ("arange", 3):
            return .arange(Int(numbers[0]), Int(numbers[1]), Int(numbers[2]), dtype: dtype)
        case ("linspace", 3): return .linspace(numbers[0], numbers[1], Int(numbers[2]), dtype: dtype)
        case ("logspace", 4):
            return .logspace(numbers[0], numbers[1], steps: Int(numbers[2]), base: numbers[3], dtype: dtype)
        default: return nil
        }
    }

    @Test func everyTensorIsPyTorchs() throws {
        let lines = try TensorFixture.all("create")
        let tensors = named().merging(more()) { first, _ in first }
        var seen = 0
        for line in lines {
            if let tensor = tensors[line.name] {
                seen += 1
                #expect(line.difference(tensor) == nil)
            } else {
                let tensor = try #require(try sequence(line.name), "\(line.name)")
                #expect(line.difference(tensor) == nil)
            }
        }
        #expect(seen == tensors.count)
        #expect(lines.count > seen + 100)
    }

    @Test func impossibleRequestsAreErrors() throws {
        func expectError(_ text: String, _ make: () -> Tensor) {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { _ = make() } }
            #expect(error?.description == text)
        }
        expectError("zeros: the shape [2, -1] has the negative size -1") { .zeros(2, -1) }
        expectError("ones: only floating-point tensors may require a gradient, not int64") {
            .ones(2, dtype: .int64, requiresGrad: true)
        }
        expectError(
            "Tensor: expected nested arrays of equal sizes, [2, 2] as the first ones have; got an array of 1 at [1] "
                + "where 2 are expected"
        ) {
            Tensor([[1, 2], [3]])
        }
        expectError("Tensor: 3 values for the shape [2, 2]") { Tensor([1, 2, 3], shape: [2, 2]) }
        expectError("arange: the step must not be 0, got 0.0") { .arange(0, 5, 0) }
        expectError("arange: a step of -1.0 does not lead from 0.0 to 5.0") { .arange(0, 5, step: -1) }
        expectError("arange: the step 0.5 is 0 as an integer") { .arange(0, 5, step: 0.5, dtype: .int64) }
        expectError("arange: expected finite ends, got 0.0 and inf") { .arange(0, Double.infinity) }
        expectError("linspace: the shape [-1] has the negative size -1") { .linspace(0, 1, -1) }
        expectError("emptyStrided: strides [1] for shape [2, 2]; expected one for each dimension, not negative") {
            .emptyStrided([2, 2], [1])
        }
        expectError("eye: the shape [-1, -1] has the negative size -1") { .eye(-1) }
        expectError("triuIndices: the shape [2, -3] has the negative size -3") { .triuIndices(2, -3) }
    }

    @Test func leavesMayAskForGradients() {
        let tensors: [Tensor] = [
            .zeros(2, requiresGrad: true), .full([2], 1.5, requiresGrad: true), .arange(3.0, requiresGrad: true),
            Tensor([1.0], requiresGrad: true), .eye(2, requiresGrad: true), .linspace(0, 1, 5, requiresGrad: true),
        ]
        #expect(tensors.allSatisfy { $0.tracksGrad })
        #expect(!Tensor.zerosLike(tensors[0]).tracksGrad)
    }
}
