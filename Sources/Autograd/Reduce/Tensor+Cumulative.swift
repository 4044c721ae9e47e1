import PinionTensor

extension Tensor {
    /// The sums of the elements up to each along `dim`. Integers are summed in int64.
    public func cumsum(dim: Int, dtype: DType? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "cumsum")
            let y = recurrence("CumsumBackward0", nil, dtype.map { to($0) } ?? self, initial: 0, d)
            return dtype.map { y.to($0) } ?? y
        }
    }

    /// The products of the elements up to each along `dim`. Integers are multiplied in int64.
    ///
    /// The gradient is exact also where elements are 0.
    public func cumprod(dim: Int, dtype: DType? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "cumprod")
            let y = recurrence("CumprodBackward0", dtype.map { to($0) } ?? self, nil, initial: 1, d)
            return dtype.map { y.to($0) } ?? y
        }
    }

    /// The largest of the elements up to each along `dim`, and where it is: the last one of equal ones.
    public func cummax(dim: Int) -> (values: Tensor, indices: Tensor) {
        runningExtremum(dim, isMaximum: true, "CummaxBackward0", "cummax")
    }

    /// The smallest of the elements up to each along `dim`, and where it is: the last one of equal ones.
    public func cummin(dim: Int) -> (values: Tensor, indices: Tensor) {
        runningExtremum(dim, isMaximum: false, "CumminBackward0", "cummin")
    }

    /// `log Σ eˣ` of the elements up to each along `dim`, without overflow.
    public func logcumsumexp(dim: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "logcumsumexp")
            try checkFloating("logcumsumexp")
            let y = Raw.logcumsumexp(self, d)
            if !isRecorded(self) { return y }
            let (saved, output) = (SavedTensor(self), SavedOutput(y))
            return record("LogcumsumexpBackward0", y, self) { g in
                let y = output.tensor
                // -infinity is subtracted from itself only, where e^x is 0.
                let divisor = y.maskedFill(y .== -Double.infinity, 0)
                // Σ g[i] · exp(x[j] - y[i]) over i ≥ j, in steps from the last element whose factors are at most 1.
                let next = divisor.shifted(d, forward: false, filling: .infinity)
                let total = recurrence("RecurrenceBackward", (y - next).exp(), g, initial: 0, d, reversed: true)
                return (saved.tensor - divisor).exp() * total
            }
        }
    }

    /// As `cumsum`, in place: the sums are converted to this tensor's dtype.
    @discardableResult
    public func cumsumInPlace(dim: Int) -> Tensor { changed("cumsum") { $0.cumsum(dim: dim) } }

    /// As `cumprod`, in place: the products are converted to this tensor's dtype.
    @discardableResult
    public func cumprodInPlace(dim: Int) -> Tensor { changed("cumprod") { $0.cumprod(dim: dim) } }

    private func runningExtremum(
        _ dim: Int, isMaximum: Bool, _ node: StaticString, _ name: StaticString
    ) -> (values: Tensor, indices: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let d = try layout.dimension(dim, "\(name)")
            let (values, indices) = Raw.runningExtremum(self, d, isMaximum: isMaximum)
            return (selected(values, at: indices, d, node), indices)
        }
    }
}
