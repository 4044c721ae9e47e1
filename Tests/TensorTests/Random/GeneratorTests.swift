import Dispatch
import PinionAutograd
import PinionTensor
import Testing

@Suite(.serialized) struct GeneratorTests {
    @Test func theDefaultGeneratorIsSeededByManualSeed() async {
        // In a process of its own, because other tests may draw from it.
        await #expect(processExitsWith: .success) { GeneratorTests.seedTheDefault() }
    }

    private static func seedTheDefault() {
        manualSeed(42)
        #expect(initialSeed() == 42)
        let first = Tensor.rand(3).toArray(Float.self)
        // PyTorch's first numbers of seed 42.
        #expect(first == [0.88226926, 0.91500396, 0.38286376])
        manualSeed(42)
        #expect(Tensor.rand(3).toArray(Float.self) == first)
        #expect(Tensor.rand(3).toArray(Float.self) != first)
        let drawn = seed()
        #expect(initialSeed() == drawn)
        manualSeed(-1)
        #expect(initialSeed() == UInt64.max)
        manualSeed(3)
        let state = getRNGState()
        let expected = Tensor.rand(5).toArray(Float.self)
        setRNGState(state)
        #expect(Tensor.rand(5).toArray(Float.self) == expected)
    }

    @Test func aStateGoesOnWhereItWasTaken() {
        for drawn in [0, 1, 3, 623, 624, 625] {
            let generator = Generator(seed: 5)
            _ = Tensor.rand(drawn, generator: generator)
            _ = Tensor.randn(3, generator: generator)
            let state = generator.getState()
            let expected = Tensor.randn(700, generator: generator).toArray(Float.self)
            let other = Generator().setState(state)
            #expect(other.initialSeed == 5)
            #expect(Tensor.randn(700, generator: other).toArray(Float.self) == expected)
            #expect(state.toArray(UInt8.self).count == 5056)
        }
    }

    @Test func wrongStatesAreErrors() throws {
        func expectError(_ text: String, _ state: Tensor) {
            let error = #expect(throws: TensorError.self) {
                try catchingTensorErrors { _ = Generator().setState(state) }
            }
            #expect(error?.description == text)
        }
        expectError("setState: expected 5056 elements of uint8, got shape [10] of uint8", .zeros(10, dtype: .uint8))
        expectError("setState: expected 5056 elements of uint8, got shape [5056] of float32", .zeros(5056))
        expectError(
            "setState: 0 words left and word 0 next are no state of a generator", .zeros(5056, dtype: .uint8))
    }

    @Test func threadsMayShareAGenerator() {
        // Each call draws its numbers in one go: the calls' numbers are those of one thread in some order.
        let (calls, count) = (64, 1000)
        let reference = Generator(seed: 11)
        let expected = (0..<calls).map { _ in Tensor.rand(count, generator: reference).toArray(Float.self) }
        let shared = Generator(seed: 11)
        let drawn = (0..<calls).map { _ in Tensor.empty(count) }
        DispatchQueue.concurrentPerform(iterations: calls) { i in drawn[i].uniformInPlace(generator: shared) }
        let found = Set(drawn.map { $0.toArray(Float.self) })
        #expect(found == Set(expected))
    }

    @Test func mistakesAreErrorsThatSayWhatWasGiven() throws {
        func expectError(_ text: String, _ draw: () -> Tensor) {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { _ = draw() } }
            #expect(error?.description == text)
        }
        expectError("rand: expected a floating-point dtype, got int32") { .rand(2, dtype: .int32) }
        expectError("randint: expected low < high, got low 5 and high 5") { .randint(5, 5, [2]) }
        expectError("randint: numbers from 0 to 299 are out of bounds for int8") { .randint(300, [2], dtype: .int8) }
        expectError("randperm: the shape [-1] has the negative size -1") { .randperm(-1) }
        expectError("randperm: uint8 does not hold the numbers below 300") { .randperm(300, dtype: .uint8) }
        expectError("normal: expected std >= 0, got -1.0") { .normal(mean: 0, std: -1, size: [2]) }
        expectError("normal: expected all elements of std >= 0") { .normal(mean: 0, std: Tensor([1.0, -1.0])) }
        expectError("bernoulli: expected probabilities from 0 to 1, got 1.5") { .bernoulli(Tensor([0.5, 1.5])) }
        expectError("bernoulli: expected a floating-point dtype, got int64") { .bernoulli(Tensor([1])) }
        expectError("multinomial: expected at least 1 draw, got 0") { Tensor.ones(3).multinomial(0) }
        expectError("multinomial: cannot draw 4 of 3 categories without replacement") { Tensor.ones(3).multinomial(4) }
        expectError("multinomial: expected weights of one or two dimensions, got shape [2, 2, 2]") {
            Tensor.ones(2, 2, 2).multinomial(1)
        }
        expectError("multinomial: expected finite weights of at least 0, got -1.0") {
            Tensor([-1.0, 1.0]).multinomial(1)
        }
        expectError("multinomial: expected a positive finite sum of weights, got 0.0") {
            Tensor.zeros(2).multinomial(1)
        }
        expectError("multinomial: cannot draw 2 categories without replacement, 1 have a weight") {
            Tensor([0.0, 1.0]).multinomial(2)
        }
        expectError("poisson: expected rates of at least 0, got -1.0") { .poisson(Tensor([-1.0])) }
        expectError("uniformInPlace: expected from <= to, got from 3.0 and to 2.0") {
            Tensor.zeros(2).uniformInPlace(3, 2)
        }
        expectError("exponentialInPlace: expected a rate above 0, got 0.0") { Tensor.zeros(2).exponentialInPlace(0) }
        expectError("geometricInPlace: expected a probability between 0 and 1, got 1.0") {
            Tensor.zeros(2).geometricInPlace(1)
        }
        expectError("bernoulliInPlace: probabilities of shape [3] for a tensor of shape [2]") {
            Tensor.zeros(2).bernoulliInPlace(Tensor.ones(3))
        }
    }
}
