import Pinion
import Testing

/// A network that learns to read digits, as somebody who knows PyTorch writes it; Fixtures/digits.py is the same program
/// there.
@Suite struct DigitsProgramTests {
    final class Net: Module {
        let conv1 = Conv2d(1, 16, kernelSize: 3, padding: 1)
        let conv2 = Conv2d(16, 32, kernelSize: 3, padding: 1)
        let fc = Linear(128, 10)

        override func forward(_ x: Tensor) -> Tensor {
            var x = maxPool2d(relu(conv1(x)), 2)
            x = maxPool2d(relu(conv2(x)), 2)
            return fc(x.flatten(1))
        }
    }

    @Test func learnsWithPyTorchsNumbers() async {
        // The default generator is the whole process's: no other test is to run beside.
        await #expect(processExitsWith: .success) { DigitsProgramTests.run() }
    }

    private static func run() {
        manualSeed(42)
        let parts = randomSplit(Digits(), [1437, 360])
        let model = Net()
        let criterion = CrossEntropyLoss()
        let optimizer = SGD(model.parameters(), lr: 0.1, momentum: 0.9)
        var losses: [Double] = []
        for epoch in 0..<8 {
            for (images, labels) in progress(DataLoader(parts[0], batchSize: 64, shuffle: true), "epoch \(epoch)") {
                let loss = criterion(model(images), labels)
                optimizer.zeroGrad()
                loss.backward()
                optimizer.step()
                losses.append(loss.item)
            }
        }
        model.eval()
        for (step, expected) in expectedLosses {
            #expect(abs(losses[step] - expected) < 1e-4 * expected, "step \(step): \(losses[step])")
        }
        for (images, labels) in DataLoader(parts[1], batchSize: 360) {
            let accuracy = noGrad { (model(images).argmax(dim: 1) .== labels).float().mean().item }
            #expect(abs(accuracy - expectedAccuracy) < 0.005, "\(accuracy)")
        }
    }

    private static let expectedLosses: [Int: Double] = [
        0: 2.302882, 1: 2.3122001, 2: 2.2832079, 5: 2.3062427, 10: 2.2756915, 22: 1.5209076, 45: 0.5394306,
        99: 0.0606851,
    ]
    private static let expectedAccuracy = 0.9638889
}
