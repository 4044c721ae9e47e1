import Foundation
import PinionOptim
import PinionTestSupport
import Testing

@Suite struct AveragedModelTests {
    private func model() -> Sequential { Sequential(Linear(3, 2), BatchNorm1d(2)).double() }

    /// The values of make_averages.py.
    private func fill(_ model: Module, _ step: Int) {
        noGrad {
            for (index, value) in model.stateDict().values.enumerated() {
                let places = Tensor.arange(value.numel).double().reshape(value.shape)
                value.copyInPlace(((places + index * 3 + step * 7) * 0.37).sin() * 3 + 3)
            }
        }
    }

    private func values(_ model: Module) -> [Double] {
        model.stateDict().values.flatMap { $0.double().flatten().toArray(Double.self) }
    }

    private func expected(_ name: String) throws -> [Substring] {
        let rows = try Fixture.optim("averages").split(separator: "\n").map { $0.split(separator: ";") }
        return try #require(rows.first { $0[0] == name })[1].split(separator: " ")
    }

    private func agree(_ name: String, _ model: Module) throws {
        let (own, other) = (values(model), try expected(name).compactMap { Double($0) })
        #expect(own.count == other.count)
        for (x, y) in zip(own, other) { #expect(abs(x - y) <= 1e-12 * max(1, abs(y)), "\(name): \(x), PyTorch \(y)") }
    }

    private func check(_ name: String, avgFn: AvgFn? = nil, multiAvgFn: MultiAvgFn? = nil, useBuffers: Bool = false)
        throws
    {
        let source = model()
        let averaged = AveragedModel(
            source, copy: model(), avgFn: avgFn, multiAvgFn: multiAvgFn, useBuffers: useBuffers)
        #expect(averaged.module[0].parameters()[0].equal(source[0].parameters()[0]))
        for step in 0..<5 {
            fill(source, step)
            averaged.updateParameters(source)
        }
        try agree(name, averaged)
        #expect(averaged.stateDict().keys.joined(separator: " ") == (try expected("names")).joined(separator: " "))
    }

    @Test func means() throws {
        try check("mean")
        try check("meanOfAll", multiAvgFn: getSwaMultiAvgFn())
        try check("own", avgFn: { $0 + ($1 - $0) / Double($2 + 3) })
    }

    @Test func movingAverages() throws {
        try check("moving", multiAvgFn: getEmaMultiAvgFn(decay: 0.9))
        try check("movingEach", avgFn: getEmaAvgFn(decay: 0.8))
        try check("buffers", avgFn: getEmaAvgFn(decay: 0.7), useBuffers: true)
    }

    @Test func statisticsAreComputedAnew() throws {
        let source = model()
        fill(source, 4)
        let batches = (0..<3).map { i in ((Tensor.arange(12).double() * 0.9 + i).cos().reshape(4, 3), Tensor(0)) }
        updateBN(batches, source.eval())
        #expect(!source.isTraining)
        try agree("statistics", source)
        let other = model()
        fill(other, 4)
        updateBN(batches.map(\.0), other)
        #expect(values(other) == values(source))
    }

    @Test func copyDrawsNothing() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let source = model()
        let next = Tensor.rand(1)
        manualSeed(3)
        _ = model()
        let averaged = AveragedModel(source, copy: model())
        #expect(Tensor.rand(1).equal(next))
        #expect("\(averaged)".hasPrefix("AveragedModel(\n  (module): Sequential(\n    (0): Linear("))
        let x = Tensor.ones(2, 3, dtype: .float64)
        #expect(averaged.eval()(x).equal(source.eval()(x)))
    }

    @Test func mistakes() {
        let source = model()
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = getEmaMultiAvgFn(decay: 1.5) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { AveragedModel(source, copy: source) } }
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { AveragedModel(source, copy: Sequential(Linear(3, 2))) }
        }
        let both = { AveragedModel(source, copy: model(), avgFn: getSwaAvgFn(), multiAvgFn: getSwaMultiAvgFn()) }
        #expect(throws: TensorError.self) { try catchingTensorErrors { both() } }
    }
}
