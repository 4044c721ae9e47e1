import Dispatch
import PinionAutograd
import PinionSIMDKernels
import PinionTensor
import Synchronization
import Testing

/// In processes of their own: other tests change the table of kernels, which forms belong to, and the memory in use.
@Suite struct DerivedFormTests {
    private final class Form: Sendable {
        /// The sum of the elements it was made from.
        let sum: Double
        init(_ sum: Double) { self.sum = sum }
    }

    private static func form(_ x: Tensor, _ derivation: Derivation = .linear) -> Form? {
        x.derived(derivation) { Form(x.sum().item) }
    }

    private static var matrix: Tensor { Tensor.arange(12, dtype: .float32).reshape(3, 4) }

    @Test func isMadeAtTheSecondUse() async {
        await #expect(processExitsWith: .success) { DerivedFormTests.uses() }
    }

    private static func uses() {
        let x = matrix
        #expect(form(x) == nil && x.derivedCount == 0)
        let first = form(x)
        #expect(first?.sum == 66 && x.derivedCount == 1)
        #expect(form(x) === first)
        #expect(x.clone().derivedCount == 0)
        x.addInPlace(1)
        #expect(x.derivedCount == 0, "a write frees it")
        #expect(form(x) == nil)
        #expect(form(x)?.sum == 78)
        // Used once between two changes: nothing is made.
        for _ in 0..<3 {
            x.mulInPlace(2)
            #expect(form(x) == nil && x.derivedCount == 0)
        }
    }

    @Test func isOfItsElementsAlone() async {
        await #expect(processExitsWith: .success) { DerivedFormTests.parts() }
    }

    private static func parts() {
        let x = matrix
        let parts = [x, x[0], x[1], x.t(), x[.all, 1..<3], x[.all, 0..<2]]
        for part in parts { #expect(form(part) == nil) }
        for part in parts { #expect(form(part)?.sum == part.sum().item) }
        #expect(x.derivedCount == parts.count)
        #expect(form(x[1]) != nil, "another view of the same elements")
        #expect(form(x, .convolution(.grid, groups: 1)) == nil)
        #expect(form(x, .convolution(.grid, groups: 2)) == nil)
        let one = form(x, .convolution(.grid, groups: 1))
        #expect(one != nil && form(x, .convolution(.grid, groups: 2)) !== one)
        // A write through one view is a change of all.
        x.detach()[2].zeroInPlace()
        #expect(x.derivedCount == 0)
        #expect(form(x) == nil)
        #expect(form(x)?.sum == 28)
        let former = Kernels.current.instructionSet
        for table in Kernels.available where table.instructionSet != former {
            Kernels.use(table.instructionSet)
            #expect(form(x) == nil, "made for other kernels")
        }
        Kernels.use(former)
        #expect(form(x)?.sum == 28)
    }

    @Test func partsAreLimited() async {
        await #expect(processExitsWith: .success) { DerivedFormTests.manyParts() }
    }

    private static func manyParts() {
        let x = Tensor.ones(1000, 2)
        for _ in 0..<2 {
            for row in 0..<1000 { #expect(form(x[row]) == nil, "forgotten before it comes again") }
        }
        for _ in 0..<2 {
            for row in 0..<64 { _ = form(x[row]) }
        }
        #expect(x.derivedCount == 64)
        for _ in 0..<2 {
            for row in 64..<100 { #expect(form(x[row]) == nil) }
        }
        #expect(x.derivedCount == 64)
    }

    @Test func lentMemoryHasNone() {
        let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: 12)
        memory.initialize(repeating: 1)
        let x = Tensor(borrowing: memory, shape: [3, 4]) { $0.deallocate() }
        for _ in 0..<4 { #expect(Self.form(x) == nil) }
    }

    @Test func isFreedWithItsStorageAndByTrim() async {
        await #expect(processExitsWith: .success) { DerivedFormTests.memory() }
    }

    private static func packed(_ x: Tensor) -> Tensor? { x.derived(.linear) { Raw.clone(x) } }

    private static func memory() {
        let small = matrix
        _ = (packed(small), packed(small))
        let before = MemoryPool.statistics.bytesInUse
        var x: Tensor? = Tensor.ones(1000, 100)
        let alone = MemoryPool.statistics.bytesInUse
        if let x { _ = (packed(x), packed(x)) }
        #expect(MemoryPool.statistics.bytesInUse >= alone + 400_000)
        x?.addInPlace(1)
        #expect(MemoryPool.statistics.bytesInUse == alone)
        if let x { _ = (packed(x), packed(x)) }
        #expect(MemoryPool.statistics.bytesInUse >= alone + 400_000)
        MemoryPool.trim()
        #expect(MemoryPool.statistics.bytesInUse < alone && small.derivedCount == 0)
        if let x { #expect(packed(x) == nil) }
        if let x { #expect(packed(x) != nil) }
        x = nil
        _ = (packed(small), packed(small))
        #expect(MemoryPool.statistics.bytesInUse == before)
    }

    @Test func isMadeOnceForAllThreads() async {
        await #expect(processExitsWith: .success) { DerivedFormTests.threads() }
    }

    private static func threads() {
        let makings = Atomic<Int>(0)
        for round in 0..<200 {
            let x = Tensor.full([3, 4], round, dtype: .float32)
            makings.store(0, ordering: .relaxed)
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                for _ in 0..<4 {
                    let form = x.derived(.linear) {
                        makings.wrappingAdd(1, ordering: .relaxed)
                        return Form(Double(round))
                    }
                    if let form { #expect(form.sum == Double(round)) }
                }
            }
            #expect(makings.load(ordering: .relaxed) == 1)
            #expect(x.derivedCount == 1)
        }
    }
}
