import PinionSIMDKernels

/// Multiply-adds in registers, for every kernel table the processor has: what the other figures are a part of.
let peakGroup: Group = Group(name: "peak", summary: "multiply-adds in registers, the processor's best") {
    Kernels.available.flatMap { table in
        [("f32", Peak.floatWork(table)), ("f64", Peak.doubleWork(table))].map { type, work in
            Benchmark(name: "peak/\(type)/\(table.instructionSet)", flops: work.flops) { work.call }
        }
    }
}
