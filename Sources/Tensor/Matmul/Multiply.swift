import PinionSIMDKernels

/// Products of matrices in the last two dimensions of tensors; the dimensions before are batches.
///
/// All tensors have one dtype that `DType.product` maps to itself; sizes fit; results are contiguous.
struct Multiply {
    private var left: MatrixBatch
    private var right: MatrixBatch
    private let c: Tensor
    private var dimensions: [BatchDimension]
    private var depth: Int
    /// Added to each row: a value for each column, contiguous. Not for integers.
    var bias: Tensor?
    /// Whether c's former elements are added.
    var accumulates = false

    /// `c[i] = a[i] · b[i]`, where the batches of a and b broadcast to c's.
    init(_ a: Tensor, _ b: Tensor, into c: Tensor) {
        (left, right) = (MatrixBatch(a), MatrixBatch(b))
        self.c = c
        depth = left.columns
        dimensions = .all(Layout(rank: c.ndim - 2, sizes: c.layout.sizes), left.tensor, right.tensor, c)
    }

    /// `c = Σ a[i] · b[i]` over the batches, which broadcast to `batch`, for a matrix c.
    init(sumOver batch: Layout, _ a: Tensor, _ b: Tensor, into c: Tensor) {
        (left, right) = (MatrixBatch(a), MatrixBatch(b))
        self.c = c
        depth = left.columns
        dimensions = .all(batch, left.tensor, right.tensor, nil)
        joinDepth()
    }

    /// Batches that follow each other along the summed dimension are one longer sum.
    private mutating func joinDepth() {
        while let inner = dimensions.last {
            let joins = depth == 1 || (inner.a == left.columnStride * depth && inner.b == right.rowStride * depth)
            guard joins, depth > 0 else { return }
            let columns = MatrixBatch.strides(
                left.rows, depth * inner.count, left.rowStride, depth == 1 ? inner.a : left.columnStride)
            let rows = MatrixBatch.strides(
                depth * inner.count, right.columns, depth == 1 ? inner.b : right.rowStride, right.columnStride)
            guard let columns, let rows else { return }
            (left.rowStride, left.columnStride) = columns
            (right.rowStride, right.columnStride) = rows
            depth *= inner.count
            dimensions.removeLast()
        }
    }

    func run() throws(TensorError) {
        if c.numel == 0 { return }
        if !accumulates && dimensions.contains(where: { $0.count == 0 }) { return try Raw.fill(c, with: .int(0)) }
        switch c.dtype {
        case .float32: run(Float.self)
        case .float64: run(Double.self)
        case .int32: run(Int32.self)
        default: run(Int64.self)
        }
    }

    private func run<Scalar: ProductScalar>(_: Scalar.Type) {
        let a = UnsafePointer(left.tensor.pointer.assumingMemoryBound(to: Scalar.self))
        let b = UnsafePointer(right.tensor.pointer.assumingMemoryBound(to: Scalar.self))
        let target = c.pointer.assumingMemoryBound(to: Scalar.self)
        let bias = bias.map { UnsafePointer($0.pointer.assumingMemoryBound(to: Scalar.self)) }
        var outer = dimensions
        // A dimension of c is a batch for the kernels; one that is summed over adds to c product by product.
        let isSum = outer.contains { $0.c == 0 }
        let inner = (isSum ? nil : outer.popLast()) ?? BatchDimension(count: 1, a: 0, b: 0, c: 0)
        var isFirst = true
        outer.forEachOffset { (i, j, l) in
            Scalar.multiply(
                inner.count, m: left.rows, n: right.columns, k: depth,
                MatrixOperand(a + i, rowStride: left.rowStride, columnStride: left.columnStride), aStride: inner.a,
                MatrixOperand(b + j, rowStride: right.rowStride, columnStride: right.columnStride), bStride: inner.b,
                into: target + l, cStride: inner.c, accumulates: accumulates || (isSum && !isFirst), bias: bias)
            isFirst = false
        }
    }
}
