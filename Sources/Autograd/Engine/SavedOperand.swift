import PinionTensor

/// An operand that a gradient may need.
enum SavedOperand {
    case saved(SavedTensor)
    case number(Number)
    /// Not looked at.
    case unused

    init(_ operand: Operand, isNeeded: Bool = true) {
        switch operand {
        case .number(let number): self = .number(number)
        case .tensor(let tensor): self = isNeeded ? .saved(SavedTensor(tensor)) : .unused
        }
    }

    var operand: Operand {
        switch self {
        case .saved(let saved): .tensor(saved.tensor)
        case .number(let number): .number(number)
        case .unused: .number(.double(0))
        }
    }
}
