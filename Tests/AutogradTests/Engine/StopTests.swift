import PinionAutograd
import Testing

/// A mistake outside `catchingTensorErrors` ends the process with one line on standard error.
@Suite struct StopTests {
    @Test func shape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(2, 3).matmul(Tensor.ones(2, 3))
        }
        expectLine(result, ["matmul", "[2, 3]"])
    }

    @Test func dtype() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1.0, 2.0, 3.0]).indexSelect(0, Tensor([0.5]))
        }
        expectLine(result, ["indexSelect", "float32"])
    }

    @Test func dimension() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(2, 3).sum(dim: 2)
        }
        expectLine(result, ["sum", "2", "[2, 3]"])
    }

    @Test func index() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(2, 3).select(1, 3)
        }
        expectLine(result, ["select", "3", "[2, 3]"])
    }

    @Test func value() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(2, 3).topk(4)
        }
        expectLine(result, ["topk", "k is 4", "[2, 3]"])
    }

    @Test func graph() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Tensor([2.0, 3.0], requiresGrad: true)
            let y = x.exp().sum()
            y.backward()
            y.backward()
        }
        expectLine(result, ["backward"])
    }

    @Test func version() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Tensor([2.0, 3.0], requiresGrad: true)
            let y = x * 2
            let z = (y * y).sum()
            y.addInPlace(1)
            z.backward()
        }
        expectLine(result, ["add", "[2]"])
    }

    /// Standard error is one line: the operation in front, and what the texts say.
    private func expectLine(_ result: ExitTest.Result?, _ texts: [String]) {
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("Pinion: ") }
        #expect(lines.count == 1, "\(text)")
        for part in texts { #expect(lines.first?.contains(part) == true, "\(text)") }
    }
}
