import PinionAutograd

/// Samples that a `DataLoader` knows how to put together to a batch, as PyTorch's `default_collate` does.
///
/// Tensors are stacked along a new first dimension and numbers make a one-dimensional tensor; arrays, dictionaries and
/// tuples of such are put together part by part; strings stay an array.
public protocol Collatable: Sendable {
    associatedtype Batch: Sendable
    /// The batch of these samples, of which there is at least one.
    static func collate(_ samples: [Self]) throws -> Batch
}

extension Tensor: Collatable {
    /// The tensors, all of one shape, one behind the other along a new first dimension.
    public static func collate(_ samples: [Tensor]) -> Tensor { stack(samples) }
}

extension Collatable where Self: TensorElement & TensorConvertible, _Scalar: TensorElement {
    /// The numbers as a one-dimensional tensor of their own dtype; `Double` makes float64, as Python's numbers do.
    public static func collate(_ samples: [Self]) -> Tensor { Tensor(samples, dtype: Self.dtype) }
}

extension Int: Collatable {}
extension Int64: Collatable {}
extension Int32: Collatable {}
extension Int16: Collatable {}
extension Int8: Collatable {}
extension UInt8: Collatable {}
extension Double: Collatable {}
extension Float: Collatable {}
extension Bool: Collatable {}

extension String: Collatable {
    public static func collate(_ samples: [String]) -> [String] { samples }
}

extension Array: Collatable where Element: Collatable {
    /// A batch of the first elements, one of the second ones, and so on; the arrays have the same size.
    public static func collate(_ samples: [[Element]]) throws -> [Element.Batch] {
        let sizes = samples.map(\.count)
        guard let size = sizes.first, sizes.allSatisfy({ $0 == size }) else {
            throw TensorError("collate", .shape, "expected arrays of one size, got sizes \(sizes)")
        }
        return try (0..<size).map { place in try Element.collate(samples.map { $0[place] }) }
    }
}

extension Dictionary: Collatable where Key == String, Value: Collatable {
    /// A batch for each key of the first dictionary, which all others have too.
    public static func collate(_ samples: [[String: Value]]) throws -> [String: Value.Batch] {
        var batch: [String: Value.Batch] = [:]
        for key in (samples.first ?? [:]).keys {
            batch[key] = try Value.collate(
                samples.map { sample in
                    guard let value = sample[key] else {
                        throw TensorError("collate", .value, "a sample has no entry \(key), which the first one has")
                    }
                    return value
                })
        }
        return batch
    }
}

/// A batch for each place of the tuples.
func collateTuples<each Part: Collatable>(_ samples: [(repeat each Part)]) throws -> (repeat (each Part).Batch) {
    let columns = (repeat Column<each Part>())
    for sample in samples { repeat (each columns).append(each sample) }
    return (repeat try (each columns).collated())
}

/// What stands at one place of tuples.
private final class Column<Part: Collatable> {
    private var parts: [Part] = []
    func append(_ part: Part) { parts.append(part) }
    func collated() throws -> Part.Batch { try Part.collate(parts) }
}
