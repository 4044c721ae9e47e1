import PinionAutograd
import PinionTensor
import Synchronization
import Testing

@Suite struct ExchangeTests {
    private let matrix = Tensor([[1.5, 2, 3], [4, 5, 6]])
    /// [[1.5, 4], [2, 5], [3, 6]] over the same memory.
    private var transposed: Tensor {
        let layout = Layout(rank: 2, sizes: [3, 2, 1, 1, 1, 1, 1, 1], strides: [1, 3, 0, 0, 0, 0, 0, 0])
        return Tensor(matrix.storage, layout, .float32)
    }

    private func expectError(_ text: String, _ body: () -> Void) {
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors(body) }
        #expect(error?.description == text)
    }

    @Test func listsAreNestedAsDeepAsDimensions() {
        #expect(matrix.toList([[Float]].self) == [[1.5, 2, 3], [4, 5, 6]])
        #expect(transposed.toList([[Int]].self) == [[1, 4], [2, 5], [3, 6]])
        #expect(Tensor(2.5).toList(Double.self) == 2.5)
        #expect(Tensor([true, false]).toList([Bool].self) == [true, false])
        #expect(Tensor.zeros(2, 0).toList([[Float]].self) == [[], []])
        #expect(Tensor.zeros(0, 2).toList([[Float]].self).isEmpty)
        #expect(Tensor.arange(8, dtype: .int8).newTensor([[[1], [2]]]).toList([[[Int8]]].self) == [[[1], [2]]])
        expectError("toList: a tensor of shape [2, 3] is no Array<Float>") { _ = matrix.toList([Float].self) }
        expectError("toList: a tensor of shape [2, 3] is no Float") { _ = matrix.toList(Float.self) }
    }

    @Test func buffersAreTheElementsOrACopy() {
        let address = matrix.withUnsafeBufferPointer(as: Float.self) { UInt(bitPattern: $0.baseAddress) }
        #expect(address == matrix.dataPtr)
        #expect(transposed.withUnsafeBufferPointer(as: Float.self) { Array($0) } == [1.5, 4, 2, 5, 3, 6])
        #expect(matrix.withSpan(as: Float.self) { $0[4] } == 5)
        #expect(transposed.withSpan(as: Float.self) { $0.count } == 6)
        expectError("withUnsafeBufferPointer: the elements are float32, not Double") {
            matrix.withUnsafeBufferPointer(as: Double.self) { #expect($0.isEmpty) }
        }
    }

    @Test func writtenBuffersAreSeenInTheTensor() {
        let version = matrix.storage.version
        matrix.withUnsafeMutableBufferPointer(as: Float.self) { $0[0] = 7 }
        #expect(matrix.storage.version == version + 1)
        transposed.withUnsafeMutableBufferPointer(as: Float.self) { $0[1] = 8 }
        #expect(matrix.toArray(Float.self) == [7, 2, 3, 8, 5, 6])
        let leaf = Tensor([1.0], requiresGrad: true)
        expectError(
            "withUnsafeMutableBufferPointer: the tensor of shape [1] requires a gradient; detach() gives one that may "
                + "be written"
        ) { leaf.withUnsafeMutableBufferPointer(as: Float.self) { #expect($0.isEmpty) } }
        leaf.detach().withUnsafeMutableBufferPointer(as: Float.self) { $0[0] = 3 }
        #expect(leaf.item == 3)
    }

    @Test func memoryOfOthersIsUsedWithoutACopyAndGivenBackOnce() {
        let counter = Counter()
        let memory = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 6)
        memory.initialize(repeating: 2)
        do {
            let x = Tensor(borrowing: memory, shape: [2, 3]) { _ in counter.increase() }
            let y = x * 2
            memory[0] = 9
            #expect(x.toArray(Int32.self) == [9, 2, 2, 2, 2, 2])
            #expect(y.dtype == .int32 && counter.value == 0)
        }
        #expect(counter.value == 1)
        expectError("Tensor: 6 elements of memory for the shape [7]") {
            _ = Tensor(borrowing: memory, shape: [7]) { _ in counter.increase() }
        }
        #expect(counter.value == 2)
        memory.deallocate()
    }

    @Test func bytesAreRead() {
        let bytes: [UInt8] = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 7]
        #expect(Tensor.fromBuffer(bytes, dtype: .float32, count: 2).toArray(Float.self) == [1, 2])
        #expect(Tensor.fromBuffer(bytes, dtype: .uint8, offset: 7).toArray(UInt8.self) == [0x40, 7])
        #expect(Tensor.fromBuffer(bytes, dtype: .float32, count: 1, offset: 4).item == 2)
        expectError("fromBuffer: 2 elements of float32 from byte 0 on do not fit 9 bytes") {
            _ = Tensor.fromBuffer(bytes, dtype: .float32)
        }
        expectError("fromBuffer: 3 elements of float32 from byte 0 on do not fit 9 bytes") {
            _ = Tensor.fromBuffer(bytes, dtype: .float32, count: 3)
        }
        let squares = Tensor(unsafeUninitializedShape: [2, 2], as: Int.self) { buffer in
            for i in 0..<buffer.count { buffer[i] = i * i }
        }
        #expect(squares.toList([[Int]].self) == [[0, 1], [4, 9]])
    }

    @Test func oneElementTensorsBecomeNumbers() {
        #expect(Double(Tensor(2.5)) == 2.5)
        #expect(Float(Tensor([[1.5]])) == 1.5)
        #expect(Int(Tensor(-2.7)) == -2)
        #expect(Int(Tensor(Int.max)) == .max)
        #expect(Bool(Tensor(true)) && !Bool(Tensor(0.0)))
        expectError("item: expected one element, got shape [2, 3]") { _ = Int(matrix) }
        expectError("Int: inf is beyond the integers") { _ = Int(Tensor(Double.infinity)) }
    }

    @Test func rowsAreViews() {
        #expect(matrix.count == 2)
        var sums: [Double] = []
        for row in matrix {
            sums.append(row.sum().item)
            row.uniformInPlace(0, 0)
        }
        #expect(sums == [6.5, 15])
        #expect(matrix.toArray(Float.self) == [0, 0, 0, 0, 0, 0])
        expectError("count: a tensor of shape [] has no first dimension") { for _ in Tensor(1.0) {} }
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        for (i, value) in x.enumerated() where i == 1 { (value * 5).backward() }
        #expect(x.grad?.toArray(Float.self) == [0, 5, 0])
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increase() { count.withLock { $0 += 1 } }
}
