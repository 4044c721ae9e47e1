import Foundation
import PinionFiles
import Testing

/// The most memory this process has had so far, in megabytes.
private func peak() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) >> 10
    #else
    getrusage(RUSAGE_SELF, &usage)
    return Int(usage.ru_maxrss) >> 20
    #endif
}

/// Saves and loads 128 MB; the megabytes that it takes besides, and 1, are the exit code.
private func saveAndLoad(_ path: String) throws {
    let count = 32 << 20
    var state: StateDict = ["w": Tensor.ones(count)]
    let before = peak()
    try save(state, to: path)
    let saving = peak() - before
    state = try load(path)
    // The new tensor itself is wanted; the old one was in memory meanwhile.
    let loading = peak() - before - 128
    guard let w = state["w"], w.numel == count, w[count - 1].item == 1 else { exit(255) }
    exit(Int32(max(saving, loading, 0) + 1))
}

@Suite struct LargeTensorTests {
    @Test(arguments: ["w.pth", "w.safetensors", "w.npz"])
    func thereIsNoSecondCopyInMemory(_ name: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(name)
        let result = await #expect(processExitsWith: .failure) { [path = path as String] in try saveAndLoad(path) }
        guard case .exitCode(let megabytes)? = result?.exitStatus else {
            Issue.record("no exit code")
            return
        }
        #expect(megabytes < 48)
    }
}
