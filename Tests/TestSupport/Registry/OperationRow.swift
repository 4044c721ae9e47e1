import PinionAutograd

/// A row of the registry: an operation, how it is called on a sample, and what its checks need to know.
package struct OperationRow: Sendable {
    package typealias Body = @Sendable (OperationCall) -> [Tensor]

    /// A check of the registry that a row may be excused from.
    package enum Check: Sendable {
        case gradient, secondGradient, numericalGradient, numericalSecondGradient, memoryVariants, expanded
    }

    /// PyTorch's name: that of the fixture.
    package let name: String
    package let body: Body
    /// The in-place form, on the sample's first tensor.
    package private(set) var inPlaceBody: Body?
    /// The names an error may give as its operation.
    package private(set) var names: [String]
    /// Other public names that this row covers.
    package private(set) var alsoCovered: [String] = []
    /// Relative to the largest element of what is compared.
    package private(set) var tolerances: [DType: Double] = [
        .float64: 1e-12, .float32: 1e-5, .float16: 2e-3, .bfloat16: 1.6e-2,
    ]
    package private(set) var excused: [Check: String] = [:]
    /// What lines about known faults of the operation contain.
    package private(set) var pending: [String] = []

    package init(_ name: String, _ body: @escaping Body) {
        self.name = name
        self.body = body
        let words = name.split(separator: "_")
        names = [words.enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()]
    }

    /// Adds the in-place form, whose result is that of the out-of-place one.
    package func inPlace(_ body: @escaping Body) -> OperationRow { with { $0.inPlaceBody = body } }

    /// The names an error may give as its operation, where it is not the row's in Swift's spelling.
    package func named(_ names: String...) -> OperationRow { with { $0.names += names } }

    /// Other public names that this row covers.
    package func covers(_ names: String...) -> OperationRow { with { $0.alsoCovered += names } }

    /// Another tolerance for results of one dtype.
    package func tolerance(_ tolerance: Double, _ dtype: DType = .float64) -> OperationRow {
        with { $0.tolerances[dtype] = tolerance }
    }

    /// Leaves out a check, for a reason.
    package func excused(from checks: Check..., because reason: String) -> OperationRow {
        with { row in for check in checks { row.excused[check] = reason } }
    }

    /// Marks a fault that is known: lines of the checks that contain `text` are not counted.
    package func pending(_ text: String) -> OperationRow { with { $0.pending.append(text) } }

    /// Whether a line is about a known fault.
    package func expects(_ line: String) -> Bool { pending.contains { line.contains($0) } }

    private func with(_ change: (inout OperationRow) -> Void) -> OperationRow {
        var row = self
        change(&row)
        return row
    }
}

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
