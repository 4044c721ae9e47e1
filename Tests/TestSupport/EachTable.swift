import PinionSIMDKernels

/// Runs `body` once with each kernel table the processor has, and puts the former choice back. Where PINION_CPU names
/// a table, only with that one.
///
/// The choice is global, so tests that use this live in suites marked `.serialized` under `AllKernels`.
package func withEachTable(_ body: (InstructionSet) throws -> Void) rethrows {
    let former = Kernels.current.instructionSet
    defer { Kernels.use(former) }
    let wish = environment("PINION_CPU") ?? ""
    for table in Kernels.available where wish.isEmpty || wish == table.instructionSet.rawValue {
        Kernels.use(table.instructionSet)
        try body(table.instructionSet)
    }
}
