import PinionKernelInterface

func makeElementwiseKernels() -> ElementwiseKernels {
    ElementwiseKernels(
        unary: { op, first, second, dtype, x, y, count in
            if dtype == .float32 {
                withFunction(of: op, UnaryForward<FloatLane>(first, second, x, y, count))
            } else {
                withFunction(of: op, UnaryForward<DoubleLane>(first, second, x, y, count))
            }
        },
        unaryBackward: { op, first, second, dtype, g, saved, gx, count in
            if dtype == .float32 {
                withFunction(of: op, UnaryBackward<FloatLane>(first, second, g, saved, gx, count))
            } else {
                withFunction(of: op, UnaryBackward<DoubleLane>(first, second, g, saved, gx, count))
            }
        },
        binary: { op, dtype, a, b, y, count, rows in
            if dtype == .float32 {
                withFunction(of: op, BinaryForward<FloatLane>(a, b, y, count, rows))
            } else {
                withFunction(of: op, BinaryForward<DoubleLane>(a, b, y, count, rows))
            }
        },
        binaryBackward: { op, side, dtype, g, a, b, gradient, count in
            if dtype == .float32 {
                withFunction(of: op, BinaryBackward<FloatLane>(side, g, a, b, gradient, count))
            } else {
                withFunction(of: op, BinaryBackward<DoubleLane>(side, g, a, b, gradient, count))
            }
        },
        ternary: { op, value, dtype, a, b, c, y, count in
            if dtype == .float32 {
                mapOperation(FloatLane.self, op, value, a, b, c, y, count)
            } else {
                mapOperation(DoubleLane.self, op, value, a, b, c, y, count)
            }
        })
}
