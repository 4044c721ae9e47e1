import PinionTensor
import Synchronization

/// An operation that was recorded: its inputs' nodes, and how the gradients of its results become theirs.
///
/// `gradFn` of a tensor is the node that made it, nil for tensors that nothing recorded made.
public class Node: @unchecked Sendable, CustomStringConvertible {
    // Unchecked: a graph belongs to the thread that builds it and, later, to the one that runs backward.

    /// The name PyTorch gives the operation's gradient, `MulBackward0`.
    package let operation: StaticString
    /// Later nodes have larger numbers; a node's inputs are older than itself. Leaves come last: 0.
    let sequence: UInt64
    var edges: Edges
    var rule: Rule
    /// Whether `rule` needs no saved tensor, so that it can run again after a backward that frees the graph.
    let isReusable: Bool
    let outputs: Outputs
    /// Hooks, kept gradients and a name of its own, where there are any.
    var observers: Observers?
    /// Gradients of the outputs that have arrived in the run at hand.
    var pending = Pending.none

    private static let counter = Atomic<UInt64>(1)

    init(
        _ operation: StaticString, _ edges: Edges, _ outputs: Outputs, isLeaf: Bool = false, isReusable: Bool = false,
        _ rule: Rule, title: String? = nil
    ) {
        if let title { observers = Observers(title: title) }
        self.operation = operation
        self.edges = edges
        self.outputs = outputs
        self.isReusable = isReusable
        self.rule = rule
        sequence = isLeaf ? 0 : Self.counter.wrappingAdd(1, ordering: .relaxed).oldValue
    }

    func makeObservers() -> Observers {
        if let observers { return observers }
        let made = Observers()
        observers = made
        return made
    }

    deinit {
        if case .freed = rule, edges.isEmpty { return }
        // Here, so that nothing is left to release behind this.
        GraphRemains.release(&rule, &edges)
    }

    /// The name PyTorch gives the operation's gradient, `MulBackward0`.
    public var name: String { observers?.title ?? "\(operation)" }

    /// The nodes that made the inputs; nil for inputs without gradient.
    public var nextFunctions: [Node?] { edges.array.map { $0?.node } }

    /// `<MulBackward0>`, as PyTorch prints it.
    public var description: String { "<\(name)>" }
}

/// One output of a node: where a gradient goes.
struct Edge {
    let node: Node
    let output: Int
}

/// The inputs of a node, without heap memory for up to three.
enum Edges {
    case none
    case one(Edge?)
    case two(Edge?, Edge?)
    case three(Edge?, Edge?, Edge?)
    case many([Edge?])

    var array: [Edge?] {
        switch self {
        case .none: []
        case .one(let edge): [edge]
        case .two(let first, let second): [first, second]
        case .three(let first, let second, let third): [first, second, third]
        case .many(let edges): edges
        }
    }

    var isEmpty: Bool {
        switch self {
        case .none: true
        case .one(let edge): edge == nil
        case .two(let first, let second): first == nil && second == nil
        case .three(let first, let second, let third): first == nil && second == nil && third == nil
        case .many(let edges): edges.isEmpty
        }
    }
}

/// How a node turns gradients of its outputs into gradients of its inputs.
enum Rule {
    /// It has run, and what it had saved is gone.
    case freed
    /// A leaf: the gradient stays here.
    case leaf
    case one((Tensor) -> Tensor?)
    case two((Tensor) -> (Tensor?, Tensor?))
    case three((Tensor) -> (Tensor?, Tensor?, Tensor?))
    /// An elementwise operation of two operands: so frequent that it has no closure, which would be memory of its own.
    case binary(BinaryRule, SavedOperand, SavedOperand)
    /// Gradients are nil for outputs that nothing depends on, and may be nil for inputs.
    case many(([Tensor?]) -> [Tensor?])
}

/// The shapes and dtypes of a node's outputs, which their gradients have too.
enum Outputs {
    case one(Output)
    case many([Output])

    struct Output {
        let sizes: Sizes
        let dtype: DType

        init(_ tensor: Tensor) {
            sizes = tensor.sizes
            dtype = tensor.dtype
        }

        @inline(__always)
        func has(_ gradient: Tensor) -> Bool { gradient.dtype == dtype && gradient.hasSizes(of: sizes) }
    }

    var count: Int {
        switch self {
        case .one: 1
        case .many(let outputs): outputs.count
        }
    }

    /// Whether a gradient has the shape and dtype of an output.
    @inline(__always)
    func have(_ gradient: Tensor, at index: Int) -> Bool {
        switch self {
        case .one(let output): output.has(gradient)
        case .many(let outputs): outputs[index].has(gradient)
        }
    }

    subscript(index: Int) -> Output {
        switch self {
        case .one(let output): output
        case .many(let outputs): outputs[index]
        }
    }
}
