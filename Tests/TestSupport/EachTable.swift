import PinionSIMDKernels

/// Runs `body` once with each kernel table the processor has, and puts the former choice back.
///
/// The choice is global, so tests that use this live in suites marked `.serialized` under `AllKernels`.
package func withEachTable(_ body: (InstructionSet) throws -> Void) rethrows {
    let former = Kernels.current.instructionSet
    defer { Kernels.use(former) }
    for table in Kernels.available {
        Kernels.use(table.instructionSet)
        try body(table.instructionSet)
    }
}
