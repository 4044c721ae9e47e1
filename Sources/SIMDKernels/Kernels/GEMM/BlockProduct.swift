import PinionKernelInterface

/// One register tile: `k` steps, then the epilogue.
///
/// Up to two rows are too few sums to hide the latency of the multiply-add, so they are summed in four parts.
@inline(__always)
private func tile<Block: RowBlock>(
    _: Block.Type, _ k: Int, _ a: UnsafePointer<Block.Vector.Scalar>, _ aRow: Int, _ aColumn: Int,
    _ b: UnsafePointer<Block.Vector.Scalar>, _ bRow: Int, _ target: TileTarget<Block.Vector.Scalar>
) {
    var sums = Block()
    var a = a
    var b = b
    var left = k
    if Block.count <= 2 {
        var second = Block()
        var third = Block()
        var fourth = Block()
        while left >= 4 {
            sums.step(a, aRow, .load(b))
            second.step(a + aColumn, aRow, .load(b + bRow))
            third.step(a + 2 * aColumn, aRow, .load(b + 2 * bRow))
            fourth.step(a + 3 * aColumn, aRow, .load(b + 3 * bRow))
            a += 4 * aColumn
            b += 4 * bRow
            left -= 4
        }
        sums.add(second)
        third.add(fourth)
        sums.add(third)
    }
    while left > 0 {
        sums.step(a, aRow, .load(b))
        a += aColumn
        b += bRow
        left -= 1
    }
    sums.finish(target)
}

/// The tiles of one panel of B, from the top of C to the bottom.
@inline(__always)
private func panel<V: RowVector>(
    _: V.Type, _ m: Int, _ k: Int, _ operands: BlockOperands<V.Scalar>, _ aRow: Int, _ aColumn: Int,
    _ b: UnsafePointer<V.Scalar>, _ bRow: Int, _ target: TileTarget<V.Scalar>
) {
    var a = operands.a
    var target = target
    var left = m
    while left >= FullRows<V>.count {
        tile(FullRows<V>.self, k, a, aRow, aColumn, b, bRow, target)
        a += operands.aPanel
        target = target.down(FullRows<V>.count)
        left -= FullRows<V>.count
    }
    if left >= 6 {
        tile(Rows6<V>.self, k, a, aRow, aColumn, b, bRow, target)
        a += 6 * aRow
        target = target.down(6)
        left -= 6
    }
    switch left {
    case 5: tile(Rows5<V>.self, k, a, aRow, aColumn, b, bRow, target)
    case 4: tile(Rows4<V>.self, k, a, aRow, aColumn, b, bRow, target)
    case 3: tile(Rows3<V>.self, k, a, aRow, aColumn, b, bRow, target)
    case 2: tile(Rows2<V>.self, k, a, aRow, aColumn, b, bRow, target)
    case 1: tile(Rows1<V>.self, k, a, aRow, aColumn, b, bRow, target)
    default: break
    }
}

/// `C[m, n] = A[m, k] · B[k, n]` and its epilogue, panel of B by panel of B: the panel stays in L1 while A passes
/// from L2.
@inline(__always)
private func blockProduct<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>, _ aRow: Int,
    _ aColumn: Int, _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    var b = operands.b
    var j = 0
    while j < n {
        let columns = min(n - j, Wide.width)
        var bRow = operands.bRow
        if columns < Wide.width, let edge = operands.bEdge {
            b = edge
            bRow = Wide.width
        }
        let target = TileTarget(c, ldc, column: j, columns: columns, epilogue)
        if columns > Narrow.width {
            panel(Wide.self, m, k, operands, aRow, aColumn, b, bRow, target)
        } else {
            panel(Narrow.self, m, k, operands, aRow, aColumn, b, bRow, target)
        }
        if epilogue.activation != .none {
            activate(Narrow.self, epilogue.activation, m, columns, c + j, ldc)
        }
        b += operands.bPanel
        j += Wide.width
    }
}

/// A packed: its strides are constants of the tile.
@inline(__always)
func packedBlock<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(Wide.self, Narrow.self, m, n, k, operands, 1, FullRows<Wide>.count, c, ldc, epilogue)
}

/// A wherever it lies.
@inline(__always)
func stridedBlock<Wide: RowVector, Narrow: MathLane & RowVector>(
    _: Wide.Type, _: Narrow.Type, _ m: Int, _ n: Int, _ k: Int, _ operands: BlockOperands<Wide.Scalar>,
    _ c: UnsafeMutablePointer<Wide.Scalar>, _ ldc: Int, _ epilogue: Epilogue<Wide.Scalar>
) where Wide.Scalar == Narrow.Scalar {
    blockProduct(Wide.self, Narrow.self, m, n, k, operands, operands.aRow, operands.aColumn, c, ldc, epilogue)
}
