import PinionOptim
import PinionTestSupport
import Testing

/// Settings with a value for each parameter group; the numbers are PyTorch's.
@Suite struct GroupValuesTests {
    private func makeOptimizer() -> SGD {
        let groups = (0..<2).map { _ in ParamGroup([Tensor.zeros(1, requiresGrad: true)]) }
        return SGD(groups, lr: 0.5, momentum: 0.9)
    }

    private func check(
        _ optimizer: SGD, _ scheduler: LRScheduler, _ expected: [[Double]],
        _ location: SourceLocation = #_sourceLocation
    ) {
        for row in expected {
            let rates = optimizer.paramGroups.map(\.lr)
            let momenta = optimizer.paramGroups.map { $0["momentum"]?.number ?? .nan }
            for (own, value) in zip(rates + momenta, row) {
                #expect(abs(own - value) < 1e-14, sourceLocation: location)
            }
            optimizer.step()
            scheduler.step()
        }
    }

    @Test func cyclic() {
        let optimizer = makeOptimizer()
        let scheduler = CyclicLR(
            optimizer, baseLR: [0.125, 0.25], maxLR: [1.0, 3.0], stepSizeUp: 3, baseMomentum: [0.5, 0.6],
            maxMomentum: [0.9, 0.95])
        check(
            optimizer, scheduler,
            [
                [0.125, 0.25, 0.9, 0.95],
                [0.4166666666666668, 1.166666666666667, 0.7666666666666666, 0.8333333333333333],
                [0.7083333333333333, 2.083333333333333, 0.6333333333333334, 0.7166666666666667],
                [1.0, 3.0, 0.5, 0.6],
                [0.7083333333333336, 2.083333333333334, 0.6333333333333333, 0.7166666666666666],
            ])
    }

    @Test func oneCycle() {
        let optimizer = makeOptimizer()
        let scheduler = OneCycleLR(
            optimizer, maxLR: [1.0, 2.0], totalSteps: 6, baseMomentum: [0.5, 0.6], maxMomentum: [0.9, 0.95])
        check(
            optimizer, scheduler,
            [
                [0.040000000000000036, 0.08000000000000007, 0.9, 0.95],
                [0.9944154354509117, 1.9888308709018234, 0.5022338347549743, 0.6019546054106025],
                [0.811745653949763, 1.623491307899526, 0.5753020396282533, 0.6658892846747216],
                [0.46263710266697505, 0.9252742053339501, 0.7149460187172849, 0.7880777663776242],
                [0.1334775301888306, 0.2669550603776612, 0.8466103743659652, 0.9032840775702196],
            ])
    }

    @Test func plateau() {
        let optimizer = makeOptimizer()
        let scheduler = ReduceLROnPlateau(optimizer, factor: 0.3, patience: 0, minLR: [0.1, 0.2])
        for metric in [1.0, 2, 3] { scheduler.step(metric) }
        #expect(optimizer.paramGroups.map(\.lr) == [0.1, 0.2])
    }

    @Test func anotherNumberOfValues() {
        let optimizer = makeOptimizer()
        let mistakes: [(String, () -> Void)] = [
            ("CyclicLR: baseLR: ", { _ = CyclicLR(optimizer, baseLR: [0.1], maxLR: 1) }),
            ("OneCycleLR: maxLR: ", { _ = OneCycleLR(optimizer, maxLR: [1.0, 2, 3], totalSteps: 6) }),
            ("ReduceLROnPlateau: minLR: ", { _ = ReduceLROnPlateau(optimizer, minLR: []) }),
        ]
        for (start, body) in mistakes {
            let rule = "expected one number or 2, one for each parameter group; got ["
            #expect(mistake(body).hasPrefix(start + rule), "\(mistake(body))")
        }
    }
}
