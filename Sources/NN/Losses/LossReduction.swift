import PinionAutograd

/// What a loss function makes of the losses of the elements.
public enum LossReduction: String, Sendable, WordArgument, CaseIterable {
    /// They stay as they are.
    case none
    /// Their mean; of some functions a weighted one.
    case mean
    /// Their sum.
    case sum

    func callAsFunction(_ losses: Tensor) -> Tensor {
        switch self {
        case .none: losses
        case .mean: losses.mean()
        case .sum: losses.sum()
        }
    }

    /// What each element's derivative is multiplied by, from the gradient of the reduced loss of `count` elements.
    func spread(_ g: Tensor, over count: Int) -> Tensor { self == .mean ? g / Double(count) : g }
}
