import Pinion
import PinionExampleSupport

enum LinearSurface: Example {
    static let name = "linear-surface"
    static let about = "Finds w and b of y = w x + b by trying a grid of values."

    static func run(_ options: Options) throws {
        try options.start()
        let x = Tensor([1.0, 2.0, 3.0], dtype: .float64)
        let y = Tensor([9.0, 11.0, 13.0], dtype: .float64)
        let ws = Tensor.arange(0.0, 4.1, 0.1, dtype: .float64)
        let bs = Tensor.arange(5.0, 9.0, 0.1, dtype: .float64)

        // Rows are values of b, columns values of w, and a third dimension holds the samples.
        let predictions = x * ws.view(1, -1, 1) + bs.view(-1, 1, 1)
        let mse = (y - predictions).square().mean(dim: 2)
        let place = mse.argmin().item(as: Int.self)
        print("Minimum MSE: \(mse.min().item)")
        print("Optimal w: \(ws[place % ws.numel].item)")
        print("Optimal b: \(bs[place / ws.numel].item)")
    }
}
