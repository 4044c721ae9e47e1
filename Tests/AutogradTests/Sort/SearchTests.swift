import PinionAutograd
import Testing

@Suite struct SearchTests {
    @Test func uniqueElements() {
        let x = Tensor([[3, 1, 3], [2, 1, 3]])
        #expect(x.unique().toArray(Int.self) == [1, 2, 3])
        let (output, inverse, counts) = x.unique(returnInverse: true, returnCounts: true)
        #expect(output.dtype == .int64)
        #expect(inverse.shape == [2, 3])
        #expect(inverse.toArray(Int.self) == [2, 0, 2, 1, 0, 2])
        #expect(counts.toArray(Int.self) == [2, 1, 3])
        let runs = Tensor([1.0, 1.0, 2.0, 2.0, 1.0]).uniqueConsecutive(returnInverse: true, returnCounts: true)
        #expect(runs.output.toArray(Double.self) == [1, 2, 1])
        #expect(runs.inverse.toArray(Int.self) == [0, 0, 1, 1, 2])
        #expect(runs.counts.toArray(Int.self) == [2, 2, 1])
        #expect(Tensor([Double.nan, 1, Double.nan, 1]).unique().numel == 3)
        #expect(Tensor.zeros(0).unique().shape == [0])
    }

    @Test func searches() {
        let rows = Tensor([[1.0, 3.0, 5.0, 7.0], [2.0, 4.0, 6.0, 8.0]])
        let values = Tensor([[3.0, 6.0, 9.0], [3.0, 6.0, 9.0]])
        #expect(searchsorted(rows, values).toArray(Int.self) == [1, 3, 4, 1, 2, 4])
        #expect(searchsorted(rows, values, right: true).toArray(Int.self) == [2, 3, 4, 1, 3, 4])
        let x = Tensor([[1, 3], [5, 10]])
        #expect(bucketize(x, Tensor([1, 3, 5, 7, 9])).toArray(Int.self) == [0, 1, 2, 5])
        #expect(bucketize(x, Tensor([1, 3, 5, 7, 9]), right: true).toArray(Int.self) == [1, 2, 3, 5])
        #expect(isin(x, Tensor([3.0, 10.0])).toArray(Bool.self) == [false, true, false, true])
        #expect(isin(x, Tensor([3, 3]), invert: true).toArray(Bool.self) == [true, false, true, true])
        #expect(isin(Tensor([Double.nan]), Tensor([Double.nan])).item == 0)
        #expect(isin(x, Tensor.zeros(0)).toArray(Bool.self) == [false, false, false, false])
    }

    @Test func counts() {
        let x = Tensor([4, 3, 6, 3, 4])
        #expect(x.bincount().toArray(Int.self) == [0, 0, 0, 2, 2, 0, 1])
        let weights = Tensor([0.0, 0.25, 0.5, 0.75, 1.0])
        #expect(x.bincount(weights: weights).toArray(Double.self) == [0, 0, 0, 1, 1, 0, 0.5])
        #expect(x.bincount(minlength: 9).numel == 9)
        let y = Tensor([1.0, 2.0, 1.0, 3.0, 5.0])
        #expect(y.histc(bins: 4, min: 0, max: 3).toArray(Double.self) == [0, 2, 1, 1])
        #expect(y.histc(bins: 2).toArray(Double.self) == [3, 2])
    }

    @Test func mistakesSayWhatIsWrong() {
        let x = Tensor([1, -2])
        let mistakes: [(String, () -> Tensor)] = [
            ("bincount: element 1 is -2; expected none below 0", { x.bincount() }),
            ("bincount: expected integers, got float32", { x.float().bincount() }),
            ("histc: expected a floating-point tensor, got int64", { x.histc() }),
            ("histc: bins is 0, expected at least 1", { x.float().histc(bins: 0) }),
            ("bucketize: the boundaries have shape [1, 2], expected a vector", { bucketize(x, Tensor([[1, 2]])) }),
            (
                "searchsorted: the sorted sequence has shape [1, 2] and the values [2]",
                { searchsorted(Tensor([[1, 2]]), x) }
            ),
        ]
        for (text, body) in mistakes {
            let error = #expect(throws: TensorError.self) { _ = try catchingTensorErrors { body() } }
            #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? ""), expected \(text)")
        }
    }
}
