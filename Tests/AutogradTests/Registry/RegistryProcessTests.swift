import PinionAutograd
import PinionSIMDKernels
import PinionTestSupport
import Testing

/// Checks of the whole registry that need a process of their own: the kernel table, the number of threads and the
/// memory in use are global.
@Suite struct RegistryProcessTests {
    @Test func everyKernelTableAndThreadCountGivesPyTorchsResults() async {
        await #expect(processExitsWith: .success) {
            withEachTable { table in
                for threads in [1, 2] {
                    setNumThreads(threads)
                    Registry.expectNone("\(table), \(threads) threads") { $0.forward() + $0.backward() }
                }
            }
        }
    }

    @Test func nothingKeepsMemory() async {
        await #expect(processExitsWith: .success) {
            for row in Registry.rows {
                guard let check = Registry.check(row) else { continue }
                _ = check.all()
                let before = MemoryPool.statistics.bytesInUse
                _ = check.all()
                let kept = MemoryPool.statistics.bytesInUse - before
                #expect(kept == 0, "\(row.name) keeps \(kept) bytes")
            }
        }
    }
}

extension Registry {
    /// Records the lines of a check over all rows, but for known faults.
    static func expectNone(_ context: String, _ lines: (RowCheck) -> [String]) {
        for row in rows {
            guard let check = check(row) else { continue }
            let wrong = lines(check).filter { !row.expects($0) }
            if wrong.isEmpty { continue }
            Issue.record("\(context): \(wrong.count) wrong:\n\(wrong.prefix(3).joined(separator: "\n"))")
        }
    }
}
