import PinionAutograd
import Testing

private struct Cube: CustomFunction {
    static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] {
        ctx.save(inputs[0])
        return [inputs[0] * inputs[0] * inputs[0]]
    }
    static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] {
        [gradOutputs[0] * 3 * ctx.saved[0] * ctx.saved[0]]
    }
}

private struct Exponential: CustomFunction {
    static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] {
        let y = inputs[0].exp()
        ctx.save(y)
        return [y]
    }
    static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] {
        [gradOutputs[0] * ctx.saved[0]]
    }
}

private struct SumAndDifference: CustomFunction {
    static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] {
        [inputs[0] + inputs[1], inputs[0] - inputs[1]]
    }
    static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] {
        [gradOutputs[0] + gradOutputs[1], ctx.needsInputGrad[1] ? gradOutputs[0] - gradOutputs[1] : nil]
    }
}

private struct Forgetful: CustomFunction {
    static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] { [inputs[0] + inputs[1]] }
    static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] { [gradOutputs[0]] }
}

@Suite struct CustomFunctionTests {
    @Test func gradientsGoThroughItTwice() throws {
        let x = Tensor([2.0, -1.0], dtype: .float64, requiresGrad: true)
        let y: Tensor = Cube.apply(x)
        #expect(y.gradFn?.name == "CubeBackward")
        y.sum().backward()
        #expect(x.grad?.toArray(Double.self) == [12, 3])
        try gradcheck({ [Cube.apply($0[0])] }, [x])
        try gradgradcheck({ [Cube.apply($0[0])] }, [x])
        try gradgradcheck({ [Exponential.apply($0[0])] }, [x])
    }

    @Test func savedResultsMakeNoCycle() {
        weak var made: Tensor?
        weak var node: Node?
        do {
            let x = Tensor([2.0, -1.0], requiresGrad: true)
            let y: Tensor = Exponential.apply(x)
            (made, node) = (y, y.gradFn)
            #expect(y.requiresGrad)
        }
        #expect(made == nil)
        #expect(node == nil)
    }

    @Test func unusedResultsHaveZeroGradients() {
        let a = Tensor([1.0, 2.0], requiresGrad: true)
        let b = Tensor([3.0, 4.0], requiresGrad: true)
        let results = SumAndDifference.apply([a, b])
        results[1].sum().backward()
        #expect(a.grad?.toArray(Float.self) == [1, 1])
        #expect(b.grad?.toArray(Float.self) == [-1, -1])
    }

    @Test func theNumberOfGradientsIsChecked() {
        let a = Tensor([1.0, 2.0], requiresGrad: true)
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { Forgetful.apply([a, a])[0].sum().backward() }
        }
        #expect(
            error?.description
                == "Forgetful.backward: 1 gradients for 2 inputs; nil stands for an input without one")
    }

    @Test func checkpointsComputeTheSameGradients() {
        let x = Tensor([0.5, 1.0], requiresGrad: true)
        let w = Tensor([2.0, 3.0], requiresGrad: true)
        func body(_ inputs: [Tensor]) -> [Tensor] { [(inputs[0] * w).tanh() * inputs[0]] }
        body([x])[0].sum().backward()
        let expected = [x.grad, w.grad].map { $0?.toArray(Float.self) }
        (x.grad, w.grad) = (nil, nil)
        let y = checkpoint([x], body)[0]
        #expect(y.gradFn?.name == "CheckpointFunctionBackward")
        y.sum().backward()
        #expect([x.grad, w.grad].map { $0?.toArray(Float.self) } == expected)
    }

    /// The second run draws what the first one drew; draws behind it go on as if there had been none.
    @Test(arguments: [true, false])
    func checkpointDrawsAgain(preserveRandomState: Bool) async {
        // The default generator is the whole process's: no other test is to run beside.
        await #expect(processExitsWith: .success) { [preserveRandomState] in
            CustomFunctionTests.drawAgain(preserveRandomState)
        }
    }

    private static func drawAgain(_ preserveRandomState: Bool) {
        manualSeed(5)
        let x = Tensor.ones(100, requiresGrad: true)
        let y = checkpoint([x], preserveRandomState: preserveRandomState) { [$0[0] * Tensor.rand(100)] }[0]
        y.sum().backward()
        let next = Tensor.rand(3).toArray(Float.self)
        let isTheSame = x.grad?.toArray(Float.self) == y.toArray(Float.self)
        #expect(isTheSame == preserveRandomState)
        manualSeed(5)
        for _ in 0..<(preserveRandomState ? 1 : 2) { _ = Tensor.rand(100) }
        #expect(Tensor.rand(3).toArray(Float.self) == next)
    }

    @Test func gradcheckFindsAWrongGradient() {
        struct Wrong: CustomFunction {
            static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] { [inputs[0] * 2] }
            static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] { [gradOutputs[0] * 3] }
        }
        let x = Tensor([1.0, 2.0], dtype: .float64, requiresGrad: true)
        let error = #expect(throws: GradCheckError.self) { try gradcheck({ [Wrong.apply($0[0])] }, [x]) }
        #expect(error?.analytical == 3)
        #expect(error?.output == 0)
    }
}
