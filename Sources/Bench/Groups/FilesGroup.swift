import Pinion

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// State dicts of 500 MB, whose files lie in memory (`/dev/shm`, or `TMPDIR` where it is set): no disk is measured.
let filesGroup: Group = Group(
    name: "files", summary: "saving, loading and mapping a state dict of 500 MB, as tensors x rows x columns",
    isInDefaultRun: false
) {
    [("Pth", "pth"), ("Safetensors", "safetensors")].flatMap { format, ending in
        [
            transfer("save\(format)", ending) { path, state in try save(state, to: path) },
            transfer("load\(format)", ending) { path, _ in _ = try load(path) as StateDict },
            transfer("map\(format)", ending) { path, _ in _ = try load(path, mmap: true) as StateDict },
        ]
    }
}

private func transfer(
    _ name: String, _ ending: String, _ call: @escaping (String, StateDict) throws -> Void
) -> Benchmark {
    let (count, shape) = (120, [1024, 1024])
    return Benchmark(name: "files/f32/\(name)/\(count)x1024x1024", bytes: count * 4 << 20) {
        let state = StateDict((0..<count).map { (key: "layers.\($0).weight", value: Tensor.ones(shape)) })
        let file = TemporaryFile(ending)
        func attempt(_ body: () throws -> Void) {
            do { try body() } catch {
                unlink(file.path)
                stopForUsage("\(error)")
            }
        }
        attempt { try save(state, to: file.path) }
        return { attempt { try call(file.path, state) } }
    }
}

/// A file that goes with its owner.
private final class TemporaryFile {
    let path: String

    init(_ ending: String) {
        let shared = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? shared
        path = "\(folder)/pinion-bench-\(getpid()).\(ending)"
    }

    deinit { unlink(path) }
}
