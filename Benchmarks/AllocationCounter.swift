import Glibc
import Synchronization

// A library to be loaded before libc (see `allocations`): stands in for `malloc` and counts its calls.

private let count = Atomic<Int>(0)

@_silgen_name("__libc_malloc") private func systemMalloc(_ byteCount: Int) -> UnsafeMutableRawPointer?

/// Gets the name `malloc` from the linker: Swift refuses to define it.
@_cdecl("pinion_counted_malloc") public func countedMalloc(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    count.wrappingAdd(1, ordering: .relaxed)
    return systemMalloc(byteCount)
}

/// What `bench` looks for.
@_cdecl("pinion_allocation_count") public func allocationCount() -> Int { count.load(ordering: .relaxed) }
