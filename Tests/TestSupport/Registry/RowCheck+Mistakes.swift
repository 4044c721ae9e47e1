import PinionAutograd

extension RowCheck {
    /// What PyTorch does not take is a `TensorError` that names the operation.
    package func mistakes() -> [String] {
        fixture.mistakes.compactMap { mistake in
            let text = "\(row.name)(\(mistake)), where PyTorch says \"\(mistake.message ?? "")\""
            do {
                let results = try catchingTensorErrors { row.body(mistake.call) }
                return "\(text): gives \(results.map { "\($0.dtype)\($0.shape)" })"
            } catch let error as TensorError {
                let isNamed = row.names.contains { error.operation == $0 } && !error.message.isEmpty
                return isNamed ? nil : "\(text): throws \(error)"
            } catch {
                return "\(text): throws \(error)"
            }
        }
    }
}
