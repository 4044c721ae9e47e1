import PinionAutograd

/// The checks of one row; each gives a line for what is wrong.
package struct RowCheck {
    package let row: OperationRow
    package let fixture: OperationFixture

    package init(_ row: OperationRow, _ fixture: OperationFixture) {
        (self.row, self.fixture) = (row, fixture)
    }

    package typealias Sample = OperationFixture.Sample

    /// Runs `body` on every sample; what it returns and mistakes it makes become lines.
    package func onSamples(_ body: (Sample) throws -> [String]) -> [String] {
        fixture.samples.flatMap { sample in
            do {
                return try catchingTensorErrors { try body(sample) }.map { "\(row.name)(\(sample)): \($0)" }
            } catch {
                return ["\(row.name)(\(sample)): throws \(error)"]
            }
        }
    }

    /// The lines of all checks.
    package func all() -> [String] {
        forward() + backward() + secondBackward() + memoryVariants() + expandedInputs() + inPlace() + mistakes()
            + numericalGradients()
    }

    /// Results against PyTorch's.
    package func forward() -> [String] {
        onSamples { sample in differences(row.body(sample.call), sample) }
    }

    /// Gradients against PyTorch's, and whether results require one.
    package func backward() -> [String] {
        onSamples { sample in gradients(sample.call, sample, row.body) }
    }

    /// Gradients of gradients against PyTorch's.
    package func secondBackward() -> [String] {
        if row.excused[.secondGradient] != nil { return [] }
        return onSamples { sample in sample.secondGradients.isEmpty ? [] : secondGradients(sample) }
    }

    /// Results and gradients with inputs that lie otherwise in memory.
    package func memoryVariants() -> [String] {
        if row.excused[.memoryVariants] != nil { return [] }
        return onSamples { sample in
            MemoryVariant.allCases.flatMap { variant in
                var moved = sample
                moved.inputs = sample.inputs.map { $0.laidOut(variant) }
                let wrong = differences(row.body(moved.call), sample) + gradients(moved.call, sample, row.body)
                return wrong.map { "\(variant): \($0)" }
            }
        }
    }

    /// The in-place form: the same elements and gradients, in the memory of the first tensor.
    package func inPlace() -> [String] {
        guard let inPlaceBody = row.inPlaceBody else { return [] }
        return onSamples { sample in
            guard let first = sample.inputs.first, let expected = sample.outputs.first,
                first.dtype == expected.dtype, first.shape == expected.shape
            else { return [] }
            @Sendable func changed(_ call: OperationCall, _ first: Tensor) -> OperationCall {
                var call = call
                call.tensors[0] = first
                return call
            }
            let plain = changed(sample.call, sample.call[0].detach().clone())
            let (version, before) = (plain[0].version, plain[0].clone())
            var wrong = noGrad { differences(inPlaceBody(plain), sample) }
            if plain[0].version == version && !plain[0].equal(before) { wrong.append("the change is not counted") }
            if let difference = difference(plain[0], expected, tolerance: tolerance(expected)) {
                wrong.append("the tensor itself \(difference)")
            }
            wrong += gradients(sample.call, sample) { call in
                let copy = call[0].clone()
                let results = inPlaceBody(changed(call, copy))
                return results.first?.sharesStorage(with: copy) == true ? [copy] : []
            }
            return wrong.map { "in place: \($0)" }
        }
    }

    package func differences(_ results: [Tensor], _ sample: Sample) -> [String] {
        if results.count != sample.outputs.count {
            return ["\(results.count) results, expected \(sample.outputs.count)"]
        }
        return zip(results, sample.outputs).enumerated().compactMap { index, pair in
            difference(pair.0, pair.1, tolerance: tolerance(pair.1)).map { "result \(index) \($0)" }
        }
    }

    func tolerance(_ value: TensorValue) -> Double { row.tolerances[value.dtype] ?? 0 }
}
