import PinionKernelInterface

/// One register tile: all steps, then the epilogue.
@inline(__always)
private func tile<Block: RowBlock, Source: RowSource>(
    _: Block.Type, _ k: Int, _ operands: BlockOperands<Source.Scalar>, _ a: UnsafePointer<Source.Scalar>,
    _ aOffsets: UnsafePointer<Int>?, _ aRow: Int, _ aColumn: Int, _ b: Source, _ target: TileTarget<Source.Scalar>
) where Source.Scalar == Block.Vector.Scalar {
    var sums = Block()
    var b = b
    if Block.isGathered, var aOffsets {
        var left = operands.aPieces
        while left > 0 {
            sums.locate(aOffsets)
            sum(&sums, k, a, aRow, aColumn, &b)
            aOffsets += operands.aOffsetRow
            left -= 1
        }
    } else {
        sum(&sums, k, a, aRow, aColumn, &b)
    }
    sums.finish(target)
}

/// Adds `k` steps to the sums of a tile.
///
/// Eight registers of sums hide the latency of the multiply-add, and twelve leave room for the operands: one row, of two
/// registers, is summed in four parts, two and three rows in two.
@inline(__always)
private func sum<Block: RowBlock, Source: RowSource>(
    _ sums: inout Block, _ k: Int, _ a: UnsafePointer<Source.Scalar>, _ aRow: Int, _ aColumn: Int, _ b: inout Source
) where Source.Scalar == Block.Vector.Scalar {
    var a = a
    var left = k
    if Block.count == 1 {
        var (second, third, fourth) = (sums.cleared(), sums.cleared(), sums.cleared())
        while left >= 4 {
            sums.step(a, aRow, .load(b.row(0)))
            second.step(a + aColumn, aRow, .load(b.row(1)))
            third.step(a + 2 * aColumn, aRow, .load(b.row(2)))
            fourth.step(a + 3 * aColumn, aRow, .load(b.row(3)))
            a += 4 * aColumn
            b.advance(4)
            left -= 4
        }
        sums.add(second)
        third.add(fourth)
        sums.add(third)
    } else if Block.count <= 3 {
        var second = sums.cleared()
        while left >= 2 {
            sums.step(a, aRow, .load(b.row(0)))
            second.step(a + aColumn, aRow, .load(b.row(1)))
            a += 2 * aColumn
            b.advance(2)
            left -= 2
        }
        sums.add(second)
    }
    while left > 0 {
        sums.step(a, aRow, .load(b.row(0)))
        a += aColumn
        b.advance(1)
        left -= 1
    }
}

/// The tiles of one panel of B, from the top of C to the bottom; `R` says how rows of A are found.
@inline(__always)
private func panel<R: RowBlock, Source: RowSource>(
    _: R.Type, _ m: Int, _ k: Int, _ operands: BlockOperands<Source.Scalar>, _ aRow: Int, _ aColumn: Int, _ b: Source,
    _ target: TileTarget<Source.Scalar>
) where Source.Scalar == R.Vector.Scalar {
    var a = operands.a
    var offsets = operands.aOffsets
    var target = target
    var left = m
    while left >= FullRows<R>.count {
        tile(FullRows<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
        a += operands.aPanel
        if let each = offsets { offsets = each + FullRows<R>.count }
        target = target.down(FullRows<R>.count)
        left -= FullRows<R>.count
    }
    if left >= 6 {
        tile(Rows6<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
        a += 6 * aRow
        if let each = offsets { offsets = each + 6 }
        target = target.down(6)
        left -= 6
    }
    switch left {
    case 5: tile(Rows5<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
    case 4: tile(Rows4<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
    case 3: tile(Rows3<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
    case 2: tile(Rows2<R>.self, k, operands, a, offsets, aRow, aColumn, b, target)
    case 1: tile(R.self, k, operands, a, offsets, aRow, aColumn, b, target)
    default: break
    }
}

/// `C[m, n] = A[m, k] · B[k, n]` and its epilogue, panel of B by panel of B: the panel stays in L1 while A passes
/// from L2.
@inline(__always)
private func blockProduct<Wide: RowBlock, Narrow: RowBlock, Source: RowSource>(
    _: Wide.Type, _: Narrow.Type, _: Source.Type, _ m: Int, _ n: Int, _ k: Int,
    _ operands: BlockOperands<Source.Scalar>, _ aRow: Int, _ aColumn: Int, _ c: UnsafeMutablePointer<Source.Scalar>,
    _ ldc: Int, _ epilogue: Epilogue<Source.Scalar>
) where Source.Scalar == Wide.Vector.Scalar, Source.Scalar == Narrow.Vector.Scalar, Narrow.Vector: MathLane {
    let (wide, narrow) = (Wide.Vector.width, Narrow.Vector.width)
    var b = operands.b
    var j = 0
    while j < n {
        let columns = min(n - j, wide)
        var bRow = operands.bRow
        if columns < wide, let edge = operands.bEdge {
            b = edge
            bRow = wide
        }
        let source = Source(b, stride: bRow, offsets: operands.bOffsets)
        let target = TileTarget(c, ldc, column: j, columns: columns, epilogue)
        if columns > narrow {
            panel(Wide.self, m, k, operands, aRow, aColumn, source, target)
        } else {
            panel(Narrow.self, m, k, operands, aRow, aColumn, source, target)
        }
        // Not by `!=`, which is a call of the standard library's.
        switch epilogue.activation {
        case .none: break
        default: activate(Narrow.Vector.self, epilogue.activation, m, columns, c + j, ldc)
        }
        b += operands.bPanel
        j += wide
    }
}

/// A packed: its strides are constants of the tile.
@inline(__always)
private func packedBlock<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(
        Row<Wide>.self, Row<Narrow>.self, EvenRows<Wide.Scalar>.self, m, n, k, operands, 1, FullRows<Row<Wide>>.count,
        c, ldc, epilogue)
}

/// A wherever it lies.
@inline(__always)
private func stridedBlock<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(
        Row<Wide>.self, Row<Narrow>.self, EvenRows<Wide.Scalar>.self, m, n, k, operands, operands.aRow,
        operands.aColumn, c, ldc, epilogue)
}

/// A packed, each row of B at an offset of its own.
@inline(__always)
private func packedTimesGathered<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(
        Row<Wide>.self, Row<Narrow>.self, GatheredRows<Wide.Scalar>.self, m, n, k, operands, 1,
        FullRows<Row<Wide>>.count, c, ldc, epilogue)
}

/// Each row of A at an offset of its own.
@inline(__always)
private func gatheredTimesPacked<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(
        GatheredRow<Wide>.self, GatheredRow<Narrow>.self, EvenRows<Wide.Scalar>.self, m, n, k, operands, 0, 1, c, ldc,
        epilogue)
}

/// The products of blocks of one element type.
struct BlockProducts<Scalar> {
    let packed: BlockProduct<Scalar>
    let strided: BlockProduct<Scalar>
    let packedTimesGathered: BlockProduct<Scalar>
    let gatheredTimesPacked: BlockProduct<Scalar>
}

// What is generic stays in this file: debug builds keep all that a test could name, and tiles of no type in particular
// were 140 KB of each variant's code.

func makeFloatBlockProducts() -> BlockProducts<Float> {
    BlockProducts(
        packed: { packedBlock(FloatRow.self, FloatLane.self, $0, $1, $2, $3, $4, $5, $6) },
        strided: { stridedBlock(FloatRow.self, FloatLane.self, $0, $1, $2, $3, $4, $5, $6) },
        packedTimesGathered: { packedTimesGathered(FloatRow.self, FloatLane.self, $0, $1, $2, $3, $4, $5, $6) },
        gatheredTimesPacked: { gatheredTimesPacked(FloatRow.self, FloatLane.self, $0, $1, $2, $3, $4, $5, $6) })
}

func makeDoubleBlockProducts() -> BlockProducts<Double> {
    BlockProducts(
        packed: { packedBlock(DoubleRow.self, DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) },
        strided: { stridedBlock(DoubleRow.self, DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) },
        packedTimesGathered: { packedTimesGathered(DoubleRow.self, DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) },
        gatheredTimesPacked: { gatheredTimesPacked(DoubleRow.self, DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) })
}
