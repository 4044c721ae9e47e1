/// A table of a model's modules: what shape each returns, how many parameters it has and how many products it computes.
public struct ModelSummary: CustomStringConvertible {
    /// A module of the model.
    public struct Row: Sendable {
        /// The name in the model; empty for the model itself.
        public let name: String
        public let type: String
        /// How far below the model.
        public let depth: Int
        /// Of the last call; nil where the module was not called.
        public internal(set) var outputShape: [Int]?
        /// Of the module itself, without those below.
        public let parameters: Int
        /// Of all calls: multiplications, each with an addition.
        public internal(set) var multiplyAdds = 0
    }

    public private(set) var rows: [Row] = []
    /// All parameters, shared ones once.
    public let totalParameters: Int
    /// Those that require a gradient.
    public let trainableParameters: Int
    /// All products.
    public var totalMultiplyAdds: Int { rows.reduce(0) { $0 + $1.multiplyAdds } }

    init(_ model: Module, _ input: Tensor) {
        let parameters = model.parameters()
        totalParameters = parameters.reduce(0) { $0 + $1.numel }
        trainableParameters = parameters.filter(\.requiresGrad).reduce(0) { $0 + $1.numel }
        final class Calls { var rows: [Row] = [] }
        let calls = Calls()
        var handles: [HookHandle] = []
        for (index, (name, module)) in model.namedModules().enumerated() {
            let own = module.parameters(recurse: false)
            let depth = name.isEmpty ? 0 : name.split(separator: ".").count
            calls.rows.append(
                Row(
                    name: name, type: module.typeName, depth: depth, outputShape: nil,
                    parameters: own.reduce(0) { $0 + $1.numel }))
            handles.append(
                module.registerForwardHook { _, _, y in
                    calls.rows[index].outputShape = y.shape
                    // Each element of a weight once for each place of the output, one for each element of a bias.
                    calls.rows[index].multiplyAdds += own.reduce(0) { sum, parameter in
                        if parameter.ndim < 2 { return sum + parameter.numel * (y.shape.first ?? 1) }
                        let places = parameter.ndim == 2 ? y.numel / max(y.shape.last ?? 1, 1) : y.places
                        return sum + parameter.numel * places
                    }
                })
        }
        let wasTraining = model.modules().map { ($0, $0.isTraining) }
        model.eval()
        _ = noGrad { model(input) }
        for (module, mode) in wasTraining { module.isTraining = mode }
        for handle in handles { handle.remove() }
        rows = calls.rows
    }

    public var description: String {
        let cells = rows.map { row in
            [
                String(repeating: "  ", count: row.depth) + row.type + (row.name.isEmpty ? "" : ": " + row.name),
                row.outputShape.map { "\($0)" } ?? "--", row.parameters == 0 ? "--" : row.parameters.grouped,
                row.multiplyAdds == 0 ? "--" : row.multiplyAdds.grouped,
            ]
        }
        let table = [["Layer (type: name)", "Output Shape", "Param #", "Mult-Adds"]] + cells
        let widths = (0..<4).map { column in (table.map { $0[column].count }.max() ?? 0) + 3 }
        let lines = table.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined()
        }
        let rule = String(repeating: "=", count: widths.reduce(0, +))
        let totals = [
            "Total params: \(totalParameters.grouped)", "Trainable params: \(trainableParameters.grouped)",
            "Non-trainable params: \((totalParameters - trainableParameters).grouped)",
            "Total mult-adds: \(totalMultiplyAdds.grouped)",
        ]
        return ([rule, lines[0], rule] + lines.dropFirst() + [rule] + totals + [rule]).joined(separator: "\n")
    }
}

/// A table of the model's modules, from a call with zeros of the given shape, in `eval` mode. As torchinfo's `summary`.
public func summary(_ model: Module, inputSize: [Int], dtype: DType = .float32) -> ModelSummary {
    ModelSummary(model, .zeros(inputSize, dtype: dtype))
}

/// The same for a call with a given input.
public func summary(_ model: Module, input: Tensor) -> ModelSummary { ModelSummary(model, input) }

extension Tensor {
    /// How many places an image's channels are looked at: elements without the channels.
    fileprivate var places: Int { ndim < 3 ? numel : numel / Swift.max(size(ndim == 3 ? 0 : 1), 1) }
}

extension Int {
    /// With commas: `21,840`.
    fileprivate var grouped: String {
        var (digits, result) = (String(self), "")
        while digits.count > 3 {
            result = "," + digits.suffix(3) + result
            digits.removeLast(3)
        }
        return digits + result
    }
}
