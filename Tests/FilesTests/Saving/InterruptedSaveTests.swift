import Foundation
import PinionFiles
import Testing

/// Sets what the system does to this process, and saves; the message of the error goes to standard error.
private func saveFailing(to path: String, _ prepare: () -> Void) {
    prepare()
    do { try save(["w": Tensor.ones(500_000)] as StateDict, to: path) } catch {
        FileHandle.standardError.write(Data("\(error)".utf8))
        exit(7)
    }
}

private func saveToFullDisk(_ path: String) {
    saveFailing(to: path) {
        var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
        setrlimit(fileSizeLimit, &limit)
        signal(SIGXFSZ, SIG_IGN)
    }
}

#if canImport(Glibc)
private let fileSizeLimit = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
private let fileSizeLimit = RLIMIT_FSIZE
#endif

/// Saves again and again, higher numbers each time, until it is killed after some microseconds.
private func saveUntilKilled(_ path: String, after delay: Int) throws {
    let former: StateDict = try load(path)
    var number = (former["w"]?[0].item ?? 0) + 1
    DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(delay)) { kill(getpid(), SIGKILL) }
    while true {
        try save(["w": Tensor.full([300_000], number)] as StateDict, to: path)
        number += 1
    }
}

@Suite struct InterruptedSaveTests {
    @Test func aKilledSaveLeavesTheOldFileOrTheNewOne() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("w.pth")
        try save(["w": Tensor.zeros(300_000)] as StateDict, to: path)
        var (number, round) = (0.0, 0)
        // Longer each time, until on the slowest disk a save has been complete.
        while round < 24 || (number == 0 && round < 200) {
            let delay = round * 1500
            round += 1
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as Int] in
                try saveUntilKilled(path, after: delay)
            }
            let tensor = try #require(try (load(path) as StateDict)["w"])
            let values = tensor.toArray(Double.self)
            #expect(values.count == 300_000 && values.allSatisfy { $0 == values[0] } && values[0] >= number)
            number = values[0]
        }
        // Some were killed in the middle of a save, and some saves were complete.
        #expect(folder.names.contains { $0.hasSuffix(".tmp") })
        #expect(number > 0)
    }

    @Test func aFullDiskLeavesTheOldFile() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("w.pth")
        try AtomicFile.write([1, 2, 3], to: path)
        let result = await #expect(processExitsWith: .exitCode(7), observing: [\.standardErrorContent]) {
            [path = path as String] in
            saveToFullDisk(path)
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("\(path): cannot be written: File too large"), "\(message)")
        #expect(try MappedFile(path).bytes.array == [1, 2, 3])
        #expect(folder.names == ["w.pth"])
    }

    @Test func missingPermissionIsAnError() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("w.pth")
        try AtomicFile.write([1, 2, 3], to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        let result = await #expect(processExitsWith: .exitCode(7), observing: [\.standardErrorContent]) {
            [path = path as String] in
            // The superuser may do everything.
            saveFailing(to: path) { if geteuid() == 0 { seteuid(65534) } }
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("\(path): cannot be written: Permission denied"), "\(message)")
        #expect(try MappedFile(path).bytes.array == [1, 2, 3])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        #expect(folder.names == ["w.pth"])
    }

    @Test func aFolderInTheWayIsAnError() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path, folder.path + "/"] {
            let error = #expect(throws: FileError.self) { try AtomicFile(path) }
            #expect(error?.message == "cannot be written: a folder is in the way")
        }
        try FileManager.default.createDirectory(atPath: folder.file("w.pth"), withIntermediateDirectories: false)
        #expect(throws: FileError.self) { try save(Tensor.ones(1), to: folder.file("w.pth")) }
        #expect(folder.names == ["w.pth"])
    }

    @Test func whatIsNoFileIsWrittenAsItIs() throws {
        let file = try AtomicFile("/dev/null")
        try file.write([1, 2, 3])
        try file.commit()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #if os(Linux)
        let full = try AtomicFile("/dev/full")
        let error = #expect(throws: FileError.self) {
            try full.write([1, 2, 3])
            try full.commit()
        }
        #expect(error?.description == "/dev/full: cannot be written: No space left on device")
        #endif
    }
}
