import PinionKernelInterface

func makeGemmKernels() -> GemmKernels {
    GemmKernels(
        float: makeFloatGemmKernels(), double: makeDoubleGemmKernels(),
        int32: { integerProduct($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) },
        int64: { integerProduct($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) })
}

private func makeFloatGemmKernels() -> FloatingGemmKernels<Float> {
    let blocks = makeFloatBlockProducts()
    return FloatingGemmKernels(
        blocking: GemmBlocking(
            tileRows: FullRows<Row<FloatRow>>.count, tileColumns: FloatRow.width, depth: 256, rows: 240),
        packedBlock: blocks.packed,
        stridedBlock: blocks.strided,
        packedTimesGathered: blocks.packedTimesGathered,
        gatheredTimesPacked: blocks.gatheredTimesPacked,
        packRows: { pack(FloatQuad.self, width: FullRows<Row<FloatRow>>.count, $0, $1, $2, $3, $4, $5) },
        packColumns: { pack(FloatQuad.self, width: FloatRow.width, $0, $1, $2, $3, $4, $5) },
        dotRows: { dotRows(FloatLane.self, $0, $1, $2, EvenRows($3, stride: $4, offsets: nil), $5, $6, $7) },
        dotGathered: { dotRows(FloatLane.self, $0, $1, $2, GatheredRows($3, stride: 0, offsets: $4), $5, $6, $7) },
        rowTimesMatrix: { rowTimesMatrix(FloatRow.self, FloatLane.self, $0, $1, $2, $3, $4, $5, $6, $7) },
        rowTimesGathered: { rowTimesGathered(FloatLane.self, $0, $1, $2, $3, $4, $5, $6) },
        rowDots: { rowDots(FloatLane.self, $0, $1, $2, $3, $4) },
        finish: { finishRows(FloatLane.self, $0, $1, $2, $3, $4) })
}

private func makeDoubleGemmKernels() -> FloatingGemmKernels<Double> {
    let blocks = makeDoubleBlockProducts()
    return FloatingGemmKernels(
        blocking: GemmBlocking(
            tileRows: FullRows<Row<DoubleRow>>.count, tileColumns: DoubleRow.width, depth: 192, rows: 144),
        packedBlock: blocks.packed,
        stridedBlock: blocks.strided,
        packedTimesGathered: blocks.packedTimesGathered,
        gatheredTimesPacked: blocks.gatheredTimesPacked,
        packRows: { pack(DoubleQuad.self, width: FullRows<Row<DoubleRow>>.count, $0, $1, $2, $3, $4, $5) },
        packColumns: { pack(DoubleQuad.self, width: DoubleRow.width, $0, $1, $2, $3, $4, $5) },
        dotRows: { dotRows(DoubleLane.self, $0, $1, $2, EvenRows($3, stride: $4, offsets: nil), $5, $6, $7) },
        dotGathered: { dotRows(DoubleLane.self, $0, $1, $2, GatheredRows($3, stride: 0, offsets: $4), $5, $6, $7) },
        rowTimesMatrix: { rowTimesMatrix(DoubleRow.self, DoubleLane.self, $0, $1, $2, $3, $4, $5, $6, $7) },
        rowTimesGathered: { rowTimesGathered(DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) },
        rowDots: { rowDots(DoubleLane.self, $0, $1, $2, $3, $4) },
        finish: { finishRows(DoubleLane.self, $0, $1, $2, $3, $4) })
}
