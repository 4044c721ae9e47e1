/// Multiplies the first learning rate by a function of the epoch: `LambdaLR(optimizer) { pow(0.95, Double($0)) }`.
open class LambdaLR: LRScheduler {
    private let lambdas: [(Int) -> Double]

    /// The same function for all groups.
    public convenience init(_ optimizer: Optimizer, lrLambda: @escaping (Int) -> Double, lastEpoch: Int = -1) {
        self.init(optimizer, lrLambda: optimizer.paramGroups.map { _ in lrLambda }, lastEpoch: lastEpoch)
    }

    /// A function for each group.
    public init(_ optimizer: Optimizer, lrLambda: [(Int) -> Double], lastEpoch: Int = -1) {
        lambdas = lrLambda
        super.init(optimizer, lastEpoch: lastEpoch)
        checkCount(of: lrLambda)
    }

    open override func getLR() -> [Double] {
        zip(baseLRs, lambdas).map { $0 * $1(lastEpoch) }
    }
}

/// Multiplies the present learning rate by a function of the epoch.
open class MultiplicativeLR: LRScheduler {
    private let lambdas: [(Int) -> Double]

    /// The same function for all groups.
    public convenience init(_ optimizer: Optimizer, lrLambda: @escaping (Int) -> Double, lastEpoch: Int = -1) {
        self.init(optimizer, lrLambda: optimizer.paramGroups.map { _ in lrLambda }, lastEpoch: lastEpoch)
    }

    /// A function for each group.
    public init(_ optimizer: Optimizer, lrLambda: [(Int) -> Double], lastEpoch: Int = -1) {
        lambdas = lrLambda
        super.init(optimizer, lastEpoch: lastEpoch)
        checkCount(of: lrLambda)
    }

    open override func getLR() -> [Double] {
        isInitial ? currentLRs : zip(currentLRs, lambdas).map { $0 * $1(lastEpoch) }
    }
}

extension LRScheduler {
    fileprivate func checkCount(of lambdas: [(Int) -> Double]) {
        let count = optimizer.paramGroups.count
        if lambdas.count != count { mistake("Expected \(count) lrLambda, one a group, but got \(lambdas.count)") }
    }
}
