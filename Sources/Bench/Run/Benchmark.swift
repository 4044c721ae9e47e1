/// One operation at one size.
struct Benchmark {
    /// Group, variant and size, such as `gemm/f32/nn/512x512x512`; the peers use the same names.
    let name: String
    /// Floating-point operations of a call, where they are the measure.
    var flops = 0
    /// Bytes read and written by a call, where they are the measure.
    var bytes = 0
    /// Random numbers or elements of a call, where they are the measure.
    var elements = 0
    /// What the rate is a part of, if anything was measured for it.
    var limit = Limit.none
    /// A text of its own in place of the rate, from the seconds of a call.
    var remark: ((Double) -> String)?
    /// Makes the operands and gives the call to time.
    let prepare: () -> () -> Void

    enum Limit { case none, floatPeak, doublePeak }
}

/// Benchmarks of one kind.
struct Group: Sendable {
    let name: String
    let summary: String
    /// Whether it runs when no group is named.
    var isInDefaultRun = true
    let benchmarks: @Sendable () -> [Benchmark]
}

/// Every group, in the order of the table. They are declared with their type, so that the type checker need not look
/// into all of them for this list.
let allGroups: [Group] = [
    peakGroup, gemmGroup, convGroup, elementwiseGroup, reduceGroup, copyGroup, randomGroup, parallelGroup,
    overheadGroup,
    autogradGroup, tensorGroup, layersGroup, optimGroup, inferGroup, trainGroup, filesGroup,
]
