import PinionNN
import PinionTestSupport
import Testing

@Suite struct FuseBatchNormTests {
    private func norm<Norm: BatchNorm>(_ norm: Norm, weight: [Float], bias: [Float]) -> Norm {
        noGrad {
            norm.runningMean?.copyInPlace(Tensor([0.5, -1.0]))
            norm.runningVar?.copyInPlace(Tensor([2.0, 0.25]))
            norm.weight?.copyInPlace(Tensor(weight))
            norm.bias?.copyInPlace(Tensor(bias))
        }
        norm.eval()
        return norm
    }

    private func check(_ tensor: Tensor?, _ expected: [Double]) {
        #expect(allClose(tensor?.detach().flatten() ?? Tensor.zeros(0), Tensor(expected), rtol: 1e-5, atol: 1e-6))
    }

    @Test func convolution() {
        let conv = Conv2d(2, 2, kernelSize: 2, bias: false)
        noGrad { _ = conv.weight.copyInPlace(Tensor.arange(16.0).reshape(2, 2, 2, 2) / 10) }
        let bn = norm(BatchNorm2d(2), weight: [1.5, -0.5], bias: [0.1, 0.2])
        let fused = fuseConvBnEval(conv.eval(), bn)
        #expect("\(fused)" == "Conv2d(2, 2, kernel_size=(2, 2), stride=(1, 1))")
        check(
            fused.weight,
            [
                0, 0.10606575, 0.2121315, 0.31819725, 0.424263, 0.53032875, 0.6363945, 0.74246025, -0.79998398,
                -0.89998198, -0.99997997, -1.09997797, -1.19997597, -1.29997396, -1.39997196, -1.49996996,
            ])
        check(fused.bias, [-0.43032876, -0.79997998])
        let x = Tensor.arange(18.0).reshape(1, 2, 3, 3)
        #expect(allClose(fused(x), bn(conv(x)), rtol: 1e-4, atol: 1e-5))
        #expect(conv.bias == nil && !fused.isTraining && fused.weight.requiresGrad)
    }

    @Test func transposedConvolutionAndLinear() {
        let conv = ConvTranspose1d(1, 2, kernelSize: 2)
        let linear = Linear(2, 2)
        noGrad {
            conv.weight.copyInPlace(Tensor([[[1.0, 2.0], [3.0, 4.0]]]))
            linear.weight.copyInPlace(Tensor([[1.0, 2.0], [3.0, 4.0]]))
            for bias in [conv.bias, linear.bias] { bias?.copyInPlace(Tensor([0.3, -0.3])) }
        }
        let fused = fuseConvBnEval(conv.eval(), norm(BatchNorm1d(2), weight: [1, 1], bias: [0, 0]))
        #expect("\(fused)" == "ConvTranspose1d(1, 2, kernel_size=(2,), stride=(1,))")
        check(fused.weight, [0.70710498, 1.41420996, 5.99987984, 7.99983978])
        check(fused.bias, [-0.14142099, 1.39997196])
        let second = fuseLinearBnEval(linear.eval(), norm(BatchNorm1d(2), weight: [2, 3], bias: [0, 0]))
        check(second.weight, [1.41420996, 2.82841992, 17.9996395, 23.9995193])
        check(second.bias, [-0.28284198, 4.19991589])
    }

    @Test func mistakes() {
        let (conv, bn) = (Conv1d(1, 2, kernelSize: 1), BatchNorm1d(2))
        #expect(mistake { _ = fuseConvBnEval(conv, bn) }.contains("only for eval"))
        let bare = BatchNorm1d(2, trackRunningStats: false).eval()
        #expect(mistake { _ = fuseConvBnEval(conv.eval(), bare) }.contains("no running statistics"))
        #expect(mistake { _ = fuseLinearBnEval(Linear(1, 3).eval(), bn.eval()) }.contains("3 features"))
    }
}
