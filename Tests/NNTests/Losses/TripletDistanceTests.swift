import PinionNN
import PinionTestSupport
import Testing

@Suite struct TripletDistanceTests {
    private func points() -> [Tensor] {
        [[[0.2, -1.0], [0.5, 0.3]], [[0.1, -0.4], [1.0, 0.2]], [[0.6, -0.8], [0.4, 0.1]]]
            .map { Tensor($0, dtype: .float64, requiresGrad: true) }
    }

    private func check(_ loss: Tensor, _ x: [Tensor], _ value: [Double], _ gradients: [Double]) {
        #expect(allClose(loss.detach().flatten(), Tensor(value, dtype: .float64)))
        let own = cat(grad(loss.sum(), x).map { $0.flatten() })
        #expect(allClose(own, Tensor(gradients, dtype: .float64)))
    }

    @Test func agreesWithPyTorch() throws {
        let x = points()
        check(
            TripletMarginWithDistanceLoss()(x[0], x[1], x[2]), x, [1.223678102340731],
            [
                0.5294142458363288, -0.2695904558674936, -0.7138978037273144, -0.34915394927833854,
                -0.08220042672912582, 0.4931968064024236, 0.4902901115559582, -0.09805919900981275,
                -0.4472138191072029, -0.22360635053493, 0.2236076921713562, 0.4472131482881513,
            ])
        func city(_ a: Tensor, _ b: Tensor) -> Tensor { (a - b).abs().sum(dim: -1) }
        let loss = TripletMarginWithDistanceLoss(distanceFunction: city, margin: 0.5, swap: true, reduction: .none)
        check(
            loss(x[0], x[1], x[2]), x, [0.6, 0.8], [2, 0, -2, 0, -1, 1, 1, -1, -1, -1, 1, 1])
        try gradcheck({ tripletMarginWithDistanceLoss($0[0], $0[1], $0[2]) }, points())
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { _ = tripletMarginWithDistanceLoss(x[0], x[1], x[2], margin: 0) }
        }
    }
}
