import PinionOptim
import Testing

/// The problem of make_steps.py: a layer of 4 by 3 weights and 3 biases, fitted to eight rows.
struct SmallProblem {
    let x, y, w, b: Tensor

    init(_ dtype: DType) {
        x = Self.ramp([8, 4], 37, dtype)
        y = Self.ramp([8, 3], 53, dtype)
        w = Self.ramp([4, 3], 29, dtype)
        b = Self.ramp([3], 17, dtype)
        w.requiresGrad = true
        b.requiresGrad = true
    }

    var params: [Tensor] { [w, b] }
    var values: [Double] { params.flatMap { $0.detach().to(.float64).reshape(-1).toArray(Double.self) } }

    static func ramp(_ shape: [Int], _ factor: Int, _ dtype: DType) -> Tensor {
        let count = shape.reduce(1, *)
        let values = (1...count).map { Double(($0 * factor) % 101) / 50 - 1 }
        return Tensor(values, dtype: .float64).reshape(shape).to(dtype)
    }

    func loss() -> Tensor { ((x.matmul(w) + b).tanh() - y).pow(2).mean() }

    func step(_ optimizer: Optimizer, times: Int) {
        for _ in 0..<times {
            optimizer.step {
                optimizer.zeroGrad()
                let loss = optimizer.paramGroups[0].flag("maximize") ? -self.loss() : self.loss()
                loss.backward()
                return loss
            }
        }
    }
}
