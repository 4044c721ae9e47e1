import PinionNN
import PinionTestSupport

/// A recurrent layer in one of the forms of make_recurrent.py.
struct RecurrentCase: CustomStringConvertible {
    let name: String
    let layers: Int
    let bidirectional: Bool
    let form: String

    static let all: [RecurrentCase] = {
        var result: [RecurrentCase] = []
        for name in ["tanh", "relu", "lstm", "gru", "projected"] {
            for layers in [1, 2] {
                for bidirectional in [false, true] {
                    for form in ["plain", "batchFirst", "packed", "unbatched"] {
                        if form == "unbatched" && layers != (bidirectional ? 2 : 1) { continue }
                        result.append(
                            RecurrentCase(name: name, layers: layers, bidirectional: bidirectional, form: form))
                    }
                }
            }
        }
        return result
    }()

    var description: String { "\(name) \(layers) \(bidirectional) \(form)" }

    static let lengths = [2, 4, 1]
    private static let (input, hidden, steps, batch) = (2, 3, 4, 3)
    private var isUnbatched: Bool { form == "unbatched" }
    private var hasCells: Bool { name == "lstm" || name == "projected" }

    /// A model with PyTorch's draws after the seed 3, in float64.
    var model: RNNBase {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let (batchFirst, bias) = (form == "batchFirst", form != "batchFirst" || layers == 2)
        let (i, h) = (Self.input, Self.hidden)
        switch name {
        case "tanh", "relu":
            return RNN(
                i, h, numLayers: layers, nonlinearity: name == "tanh" ? .tanh : .relu, bias: bias,
                batchFirst: batchFirst, bidirectional: bidirectional
            ).double()
        case "gru":
            return GRU(
                i, h, numLayers: layers, bias: bias, batchFirst: batchFirst, bidirectional: bidirectional
            ).double()
        default:
            return LSTM(
                i, h, numLayers: layers, bias: bias, batchFirst: batchFirst, bidirectional: bidirectional,
                projSize: name == "projected" ? 2 : 0
            ).double()
        }
    }

    var x: Tensor {
        let batch = isUnbatched ? [] : [Self.batch]
        let shape = form == "batchFirst" ? batch + [Self.steps, Self.input] : [Self.steps] + batch + [Self.input]
        return Tensor.wave(shape).requiresGradInPlace()
    }

    /// First states that require gradients.
    var states: [Tensor] {
        let sizes = [name == "projected" ? 2 : Self.hidden] + (hasCells ? [Self.hidden] : [])
        let groups = [layers * (bidirectional ? 2 : 1)] + (isUnbatched ? [] : [Self.batch])
        return sizes.enumerated().map { index, size in
            Tensor.wave(groups + [size], 1 + Double(index)).requiresGradInPlace()
        }
    }

    /// The output, its rows where it is packed, and the last states.
    func results(_ model: RNNBase, _ x: Tensor, _ states: [Tensor]) -> [Tensor] {
        if form == "packed" {
            let packed = packPaddedSequence(x, Self.lengths, enforceSorted: false)
            switch model {
            case let model as LSTM:
                let (output, (h, c)) = model(packed, (states[0], states[1]))
                return [output.data, h, c]
            case let model as GRU:
                let (output, h) = model(packed, states[0])
                return [output.data, h]
            case let model as RNN:
                let (output, h) = model(packed, states[0])
                return [output.data, h]
            default: return []
            }
        }
        switch model {
        case let model as LSTM:
            let (output, (h, c)) = model(x, (states[0], states[1]))
            return [output, h, c]
        case let model as GRU:
            let (output, h) = model(x, states[0])
            return [output, h]
        case let model as RNN:
            let (output, h) = model(x, states[0])
            return [output, h]
        default: return []
        }
    }
}

extension Tensor {
    /// `sin(start)`, `sin(start + 0.7)`, … in float64.
    static func wave(_ shape: [Int], _ start: Double = 0.3) -> Tensor {
        let places = Tensor.arange(shape.reduce(1, *)).double()
        return (places * 0.7 + start).sin().reshape(shape)
    }

    /// The product with a wave.
    var digest: Tensor { (self * Tensor.wave(shape).to(dtype)).sum() }
}

/// The sum of the digests.
func waveLoss(_ tensors: [Tensor]) -> Tensor { tensors.map(\.digest).reduce(Tensor.zeros([], dtype: .float64), +) }
