import PinionNN
import PinionTestSupport
import Testing

/// The cases of make_transformers.py.
struct TransformerFixture {
    let fixture: LayerFixture
    init() throws { fixture = try LayerFixture("transformers") }

    /// A module after the seed of the fixture: its printed form, names and draws are PyTorch's.
    func make<M: Module>(_ name: String, _ build: () -> M) throws -> M {
        manualSeed(7)
        let module = build()
        let printed = "\(module)".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|")
        #expect(printed == fixture.text("\(name) printed"))
        let state = module.stateDict()
        #expect(state.map(\.key).joined(separator: " ") == fixture.text("\(name) names"))
        #expect(try fixture.matches("\(name) draw", cat(state.values.map { $0.flatten() })), "\(name) draws")
        #expect(try fixture.matches("\(name) next", Tensor.rand(1)), "\(name) draws too much or too little")
        module.double()
        noGrad {
            let vectors = module.parameters().filter { $0.ndim == 1 }
            for (index, p) in vectors.enumerated() {
                p.addInPlace((Tensor.arange(p.numel) + index).double().cos() * 0.1)
            }
        }
        return module
    }

    /// Results and gradients are PyTorch's.
    func run(_ name: String, _ module: Module, _ inputs: [Tensor], _ call: ([Tensor]) -> [Tensor?]) throws {
        manualSeed(5)
        var total = Tensor.zeros([], dtype: .float64)
        for (index, y) in call(inputs).enumerated() {
            guard let y else { continue }
            #expect(try fixture.matches("\(name) y\(index)", y, tolerance: 1e-9), "\(name) \(index)")
            total = total + y.bySevenths
        }
        if !total.requiresGrad { return }
        module.zeroGrad()
        for x in inputs { x.grad = nil }
        total.backward()
        let own = cat(inputs.compactMap { $0.grad?.flatten() })
        #expect(try fixture.matches("\(name) inputs", own, tolerance: 1e-8), "\(name) inputs")
        let parameters = cat(module.parameters().compactMap { $0.grad?.flatten() })
        #expect(try fixture.matches("\(name) parameters", parameters, tolerance: 1e-8), "\(name) parameters")
    }
}
