import Synchronization

/// The kernel tables of this process and the choice among them.
package enum Kernels {
    /// Every table the processor can run, the narrowest first. Tests run on each.
    package static let available: [KernelTable] = {
        var tables = [makeBaselineKernels()]
        #if arch(x86_64) && PINION_X86_KERNELS
        if CPUFeatures.current.avx2 { tables.append(makeAVX2Kernels()) }
        if CPUFeatures.current.avx512 { tables.append(makeAVX512Kernels()) }
        #endif
        return tables
    }()

    /// The address of the chosen table, which `available` keeps; 0 before the first use. A static let of the table
    /// itself would ask at each use whether it is initialised.
    private static let chosen = Atomic<UInt>(0)

    /// The table every driver function uses.
    @inline(__always)
    package static var current: KernelTable {
        // One place that makes a reference: only then does the compiler leave out counting it.
        let address = UnsafeRawPointer(bitPattern: chosen.load(ordering: .acquiring)) ?? chooseAtStart()
        return Unmanaged<KernelTable>.fromOpaque(address).takeUnretainedValue()
    }

    /// Makes `set`'s table the current one; false when the processor does not have it.
    @discardableResult
    package static func use(_ set: InstructionSet) -> Bool {
        guard let position = available.firstIndex(where: { $0.instructionSet == set }) else { return false }
        chosen.store(UInt(bitPattern: address(of: available[position])), ordering: .releasing)
        return true
    }

    private static func address(of table: KernelTable) -> UnsafeRawPointer {
        UnsafeRawPointer(Unmanaged.passUnretained(table).toOpaque())
    }

    /// Makes the choice, unless another thread has made one.
    @inline(never)
    private static func chooseAtStart() -> UnsafeRawPointer {
        let table = address(of: available[chosenAtStart()])
        _ = chosen.compareExchange(expected: 0, desired: UInt(bitPattern: table), ordering: .acquiringAndReleasing)
        return UnsafeRawPointer(bitPattern: chosen.load(ordering: .acquiring)) ?? table
    }

    /// The choice `PINION_CPU` makes, or the widest table; stops with one line when the choice cannot be met.
    private static func chosenAtStart() -> Int {
        guard let wish = environment("PINION_CPU"), !wish.isEmpty else { return available.count - 1 }
        let names = available.map(\.instructionSet.rawValue)
        if let position = names.firstIndex(of: wish) { return position }
        let known = InstructionSet(rawValue: wish) != nil
        stopForEnvironment(
            "PINION_CPU=\(wish): "
                + (known ? "this processor does not have it" : "no such instruction set")
                + "; it can run \(names.joined(separator: ", "))")
    }
}
