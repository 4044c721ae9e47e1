import Synchronization

/// How tensors print; see `setPrintOptions`.
public struct PrintOptions: Sendable, Equatable {
    /// Digits behind the decimal point.
    public var precision = 4
    /// How many elements are printed whole; of larger tensors the middles of dimensions are left out.
    public var threshold = 1000
    /// How many elements are printed at each end of a dimension whose middle is left out.
    public var edgeItems = 3
    /// After how many characters lines are broken.
    public var lineWidth = 80
    /// Whether numbers have exponents; where nil, as they need it.
    public var sciMode: Bool?

    /// PyTorch's options.
    public init() {}

    /// Sets of options that PyTorch has names for.
    public enum Profile: Sendable {
        /// 4 digits, 1000 elements, 3 at each end, 80 characters.
        case `default`
        /// 2 digits, and 2 elements at each end.
        case short
        /// All elements.
        case full
    }

    fileprivate mutating func set(_ profile: Profile) {
        precision = profile == .short ? 2 : 4
        threshold = profile == .full ? .max : 1000
        edgeItems = profile == .short ? 2 : 3
        lineWidth = 80
    }
}

private let options = Mutex(PrintOptions())

/// Sets how tensors print: a profile first, then what is given besides. As PyTorch's `torch.set_printoptions`.
/// - Parameters:
///   - precision: digits behind the decimal point; 4 at first.
///   - threshold: how many elements are printed whole; 1000 at first.
///   - edgeItems: how many elements are printed at each end of a dimension whose middle is left out; 3 at first.
///   - lineWidth: after how many characters lines are broken; 80 at first.
///   - profile: a set of all options but `sciMode`.
///   - sciMode: whether numbers have exponents; nil, also where it is left out, lets the numbers decide.
public func setPrintOptions(
    precision: Int? = nil, threshold: Int? = nil, edgeItems: Int? = nil, lineWidth: Int? = nil,
    profile: PrintOptions.Profile? = nil, sciMode: Bool? = nil
) {
    attempt(else: ()) { () throws(TensorError) in
        for (name, value) in [
            ("precision", precision), ("threshold", threshold), ("edgeItems", edgeItems), ("lineWidth", lineWidth),
        ] where (value ?? 0) < 0 {
            throw TensorError("setPrintOptions", .value, "\(name) must not be negative, got \(value ?? 0)")
        }
        options.withLock {
            if let profile { $0.set(profile) }
            $0.precision = precision ?? $0.precision
            $0.threshold = threshold ?? $0.threshold
            $0.edgeItems = edgeItems ?? $0.edgeItems
            $0.lineWidth = lineWidth ?? $0.lineWidth
            $0.sciMode = sciMode
        }
    }
}

/// How tensors print now.
public func getPrintOptions() -> PrintOptions { options.withLock { $0 } }
