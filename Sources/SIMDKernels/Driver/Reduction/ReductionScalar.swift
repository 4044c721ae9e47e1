/// An element type with reductions.
package protocol ReductionScalar: Sendable {
    static func reductions(_ table: KernelTable) -> ReductionEntries<Self>
}

extension Float: ReductionScalar {
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Float> { table.reduction.float }
}

extension Double: ReductionScalar {
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Double> { table.reduction.double }
}
