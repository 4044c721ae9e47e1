import PinionAutograd

/// Disjoint random parts of a dataset with these numbers of samples, as PyTorch's `random_split`: for the same seed the
/// parts hold the same samples.
/// - Parameters:
///   - dataset: what to split.
///   - lengths: the sizes of the parts; their sum is the dataset's `count`.
///   - generator: what draws the order; `Generator.default` where it is left out.
public func randomSplit<Base: Dataset>(_ dataset: Base, _ lengths: [Int], generator: Generator? = nil)
    -> [Subset<Base>]
{
    attempt(else: []) { () throws(TensorError) in
        let count = dataset.count
        if lengths.reduce(0, +) != count || lengths.contains(where: { $0 < 0 }) {
            throw TensorError(
                "randomSplit", .value, "the lengths \(lengths) do not add up to the dataset's \(count) samples")
        }
        let order = Tensor.randperm(count, generator: generator).toArray(Int.self)
        var start = 0
        return lengths.map { length in
            defer { start += length }
            return Subset(dataset, Array(order[start..<start + length]))
        }
    }
}

/// The same for fractions that add up to 1: each part has `floor(fraction · count)` samples, and what is left goes one
/// by one to the parts from the first on.
public func randomSplit<Base: Dataset>(_ dataset: Base, _ fractions: [Double], generator: Generator? = nil)
    -> [Subset<Base>]
{
    attempt(else: []) { () throws(TensorError) in
        randomSplit(dataset, try partLengths(fractions, dataset.count, "randomSplit"), generator: generator)
    }
}

/// Disjoint random parts of a dataset in which each class has its share of the whole.
/// - Parameters:
///   - dataset: what to split.
///   - labels: the class of each sample, in the dataset's order.
///   - fractions: the sizes of the parts; they add up to 1.
///   - generator: what draws the order; `Generator.default` where it is left out.
public func stratifiedSplit<Base: Dataset, Label: Hashable>(
    _ dataset: Base, labels: [Label], _ fractions: [Double], generator: Generator? = nil
) -> [Subset<Base>] {
    attempt(else: []) { () throws(TensorError) in
        let count = dataset.count
        guard labels.count == count else {
            throw TensorError("stratifiedSplit", .value, "\(labels.count) labels for a dataset of \(count) samples")
        }
        let totals = try partLengths(fractions, count, "stratifiedSplit")
        // In a random order, sorted by class, and dealt out: each part takes what it lacks most, so that its share is
        // right in every class and in the whole.
        let order = Tensor.randperm(count, generator: generator).toArray(Int.self)
        var (classes, members): ([Label: Int], [[Int]]) = ([:], [])
        for index in order {
            let place = classes[labels[index], default: members.count]
            if place == members.count {
                classes[labels[index]] = place
                members.append([])
            }
            members[place].append(index)
        }
        var parts = [[Int]](repeating: [], count: totals.count)
        var dealt = 0
        for index in members.joined() {
            dealt += 1
            let lacks = totals.indices.map { Double(totals[$0] * dealt) / Double(count) - Double(parts[$0].count) }
            let open = totals.indices.filter { parts[$0].count < totals[$0] }
            if let part = open.max(by: { lacks[$0] < lacks[$1] }) { parts[part].append(index) }
        }
        return parts.map { part in
            let shuffle = Tensor.randperm(part.count, generator: generator).toArray(Int.self)
            return Subset(dataset, shuffle.map { part[$0] })
        }
    }
}

/// How many of `count` samples each fraction gets.
private func partLengths(_ fractions: [Double], _ count: Int, _ operation: String) throws(TensorError) -> [Int] {
    let sum = fractions.reduce(0, +)
    guard abs(sum - 1) <= 1e-9, sum <= 1, fractions.allSatisfy({ 0...1 ~= $0 }) else {
        throw TensorError(operation, .value, "expected fractions from 0 to 1 with sum 1, got \(fractions)")
    }
    var lengths = fractions.map { Int((Double(count) * $0).rounded(.down)) }
    for i in 0..<count - lengths.reduce(0, +) { lengths[i % lengths.count] += 1 }
    return lengths
}

// `let (train, valid) = randomSplit(dataset, [0.8, 0.2])`.

/// The same in two parts.
@_disfavoredOverload
public func randomSplit<Base: Dataset>(
    _ dataset: Base, _ lengths: [Int], generator: Generator? = nil
) -> (Subset<Base>, Subset<Base>) {
    two(randomSplit(dataset, lengths, generator: generator), of: dataset)
}

/// The same in two parts.
@_disfavoredOverload
public func randomSplit<Base: Dataset>(
    _ dataset: Base, _ fractions: [Double], generator: Generator? = nil
) -> (Subset<Base>, Subset<Base>) {
    two(randomSplit(dataset, fractions, generator: generator), of: dataset)
}

private func two<Base: Dataset>(_ parts: [Subset<Base>], of dataset: Base) -> (Subset<Base>, Subset<Base>) {
    attempt(else: (Subset(dataset, []), Subset(dataset, []))) { () throws(TensorError) in
        if parts.count != 2 {
            throw TensorError("randomSplit", .value, "\(parts.count) parts where a pair of two is expected")
        }
        return (parts[0], parts[1])
    }
}
