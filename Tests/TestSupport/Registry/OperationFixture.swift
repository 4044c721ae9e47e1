import PinionAutograd

/// PyTorch's results for an operation: a line of a file that make_registry.py writes.
package struct OperationFixture: Sendable {
    package struct Sample: Sendable, CustomStringConvertible {
        package var inputs: [TensorValue]
        package var arguments: [String: JSONValue]
        package var outputs: [TensorValue]
        /// By each input; nil where PyTorch has none. Empty for samples without gradients.
        package var gradients: [TensorValue?]
        package var secondGradients: [TensorValue?]
        /// PyTorch's message, for samples that are mistakes.
        package var message: String?

        package var description: String {
            let arguments = arguments.filter { $0.value["tensor"] == nil }.sorted { $0.key < $1.key }
                .map { "\($0.key): \($0.value)" }
            return (inputs.map(\.description) + arguments).joined(separator: ", ")
        }

        /// A new call, on new tensors.
        package var call: OperationCall {
            OperationCall(tensors: inputs.map { $0.makeTensor() }, arguments: arguments)
        }

        init?(_ json: JSONValue) {
            func values(_ key: String) -> [TensorValue?] {
                (json[key]?.elements ?? []).map { $0 == .null ? nil : TensorValue($0) }
            }
            inputs = values("in").compactMap { $0 }
            outputs = values("out").compactMap { $0 }
            if inputs.count != json["in"]?.elements?.count ?? -1 { return nil }
            if outputs.count != json["out"]?.elements?.count ?? 0 { return nil }
            gradients = values("grad")
            secondGradients = values("second")
            message = json["raises"]?.string
            if case .object(let members) = json["args"] { arguments = members } else { arguments = [:] }
        }
    }

    package var name: String
    package var samples: [Sample]
    package var mistakes: [Sample]

    /// From a line; nil where it is not one of an operation.
    package init?(line: some StringProtocol) {
        guard let json = JSONValue(line), let name = json["name"]?.string else { return nil }
        let samples = (json["samples"]?.elements ?? []).map { Sample($0) }
        let mistakes = (json["mistakes"]?.elements ?? []).map { Sample($0) }
        if (samples + mistakes).contains(where: { $0 == nil }) { return nil }
        (self.name, self.samples, self.mistakes) = (name, samples.compactMap { $0 }, mistakes.compactMap { $0 })
    }
}
