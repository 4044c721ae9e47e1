import PinionTensor

/// An error of a dataset, or of putting samples together, that a `DataLoader` met.
public struct DataLoaderError: Error, CustomStringConvertible {
    /// The sample that could not be read; nil when the samples could not be put together.
    public let index: Int?
    /// The samples of the batch.
    public let indices: [Int]
    /// What was wrong.
    public let underlying: any Error

    /// Which sample, and what was wrong with it.
    public var description: String {
        guard let index else { return "the batch of samples \(indices): \(underlying)" }
        return "sample \(index): \(underlying)"
    }
}

extension DataLoader {
    /// The batch of the samples with these numbers.
    func batch(_ indices: [Int], of size: Int) throws(DataLoaderError) -> Batch {
        var samples: [Data.Sample] = []
        samples.reserveCapacity(indices.count)
        for index in indices {
            do {
                guard 0..<size ~= index else {
                    throw TensorError(
                        "DataLoader", .index, "index \(index) is out of bounds for a dataset of \(size) samples")
                }
                samples.append(try catchingTensorErrors { try dataset[index] })
            } catch {
                throw DataLoaderError(index: index, indices: indices, underlying: error)
            }
        }
        do { return try catchingTensorErrors { try collate(samples) } } catch {
            throw DataLoaderError(index: nil, indices: indices, underlying: error)
        }
    }
}
