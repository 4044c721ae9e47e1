import PinionTensor

/// One backward pass: nodes in the reverse of the order they were made in, each once, with the sum of its gradients.
///
/// A node is older than everything made from it, so the youngest waiting node has all its gradients. Leaves come last.
/// No recursion: what waits is the only state.
struct GraphRun: ~Copyable {
    private var waiting = Heap()
    private var leaves: Leaf?
    private let retainsGraph: Bool
    /// Gradients to give back instead of accumulating, by node and output.
    private var captured: [ObjectIdentifier: [Int: Tensor?]] = [:]
    /// The nodes to run; nil for all.
    private var needed: Set<ObjectIdentifier>?
    private let accumulates: Bool
    /// Whether the gradients are recorded themselves.
    private let isRecorded: Bool

    /// The node whose gradient this thread is computing.
    static var currentNode: Node? {
        // Only `run` writes the slot.
        ThreadContext.current.pointee.currentNode.map { unsafeDowncast($0.takeUnretainedValue(), to: Node.self) }
    }

    /// - Parameters:
    ///   - targets: the only tensors whose gradients are wanted; nil for all leaves.
    ///   - accumulates: whether wanted gradients are added to leaves, or given back by `gradient`.
    ///   - isRecorded: whether the gradients are recorded themselves.
    init(
        retainsGraph: Bool, roots: some Sequence<(Edge, Tensor)>, targets: [Edge]?, accumulates: Bool, isRecorded: Bool
    ) {
        self.retainsGraph = retainsGraph
        self.accumulates = accumulates
        self.isRecorded = isRecorded
        guard let targets else { return }
        if !accumulates {
            for target in targets { captured[ObjectIdentifier(target.node), default: [:]][target.output] = .some(nil) }
        }
        needed = Self.nodes(from: roots.map(\.0), leadingTo: targets)
    }

    /// What arrived at a target.
    func gradient(_ target: Edge) -> Tensor? { captured[ObjectIdentifier(target.node)]?[target.output] ?? nil }

    /// Sends gradients backward from `roots`.
    mutating func run(_ roots: some Sequence<(Edge, Tensor)>) {
        let context = ThreadContext.current
        let former = (context.pointee.currentNode, context.pointee.isGradEnabled)
        context.pointee.isGradEnabled = isRecorded
        defer { (context.pointee.currentNode, context.pointee.isGradEnabled) = former }
        for (edge, gradient) in roots { deliver(gradient, to: edge) }
        while let node = next() {
            // Alive until the next turn: `node` holds it.
            context.pointee.currentNode = Unmanaged.passUnretained(node)
            process(node, taken(&node.pending, leaving: .none))
            if context.pointee.hasFailed {
                while let left = next() { left.pending = .none }
                return
            }
        }
    }

    // Not inlined: the compiler loses count of references where it is (6.3.1, ownership error).
    @inline(never)
    private mutating func next() -> Node? {
        if let node = waiting.popLargest() { return node }
        guard let leaf = leaves else { return nil }
        leaves = taken(&leaf.nextWaiting, leaving: nil)
        return leaf
    }

    private mutating func wait(_ node: consuming Node) {
        guard case .leaf = node.rule, let leaf = node as? Leaf else { return waiting.insert(node) }
        leaf.nextWaiting = taken(&leaves, leaving: leaf)
    }

    private mutating func deliver(_ gradient: consuming Tensor, to edge: consuming Edge) {
        let output = edge.output
        let node = (consume edge).node
        if let needed, !needed.contains(ObjectIdentifier(node)) { return }
        if !node.outputs.have(gradient, at: output) { gradient = fit(gradient, to: node, output) }
        let isFirst = node.pending.isNone
        node.receive(gradient, output: output, isRecorded: isRecorded)
        if isFirst { wait(consume node) }
    }

    /// The gradient in the output's shape and dtype: summed over dimensions that were broadcast.
    private func fit(_ gradient: Tensor, to node: Node, _ index: Int) -> Tensor {
        let output = node.outputs[index]
        var gradient = gradient
        if !gradient.hasSizes(of: output.sizes) {
            let target = output.sizes.layout
            guard let summed = gradient.sum(toLayout: target) else {
                report(
                    TensorError(
                        node.name, .shape,
                        "a gradient of shape \(gradient.shape) for a result of shape \(target.shape)"))
                return gradient
            }
            gradient = summed
        }
        return gradient.dtype == output.dtype ? gradient : gradient.to(output.dtype)
    }

    private mutating func process(_ node: Node, _ arrived: consuming Pending) {
        var gradients = arrived
        if let observers = node.observers { gradients = observe(node, observers, gradients) }
        capture(node, gradients)
        let keepsRule = retainsGraph || node.isReusable
        switch keepsRule ? node.rule : taken(&node.rule, leaving: .freed) {
        case .leaf:
            if accumulates, let leaf = node as? Leaf, case .one(let gradient) = gradients {
                // The only reference is handed on, so that the leaf may keep the memory.
                gradients = .none
                leaf.accumulate(consume gradient, isRecorded: isRecorded)
                for hook in leaf.observers?.afterAccumulation ?? [] { hook.body() }
            }
        case .one(let rule):
            guard case .one(let gradient) = gradients, case .one(let edge) = node.edges else { return }
            if let edge, let result = rule(gradient) { deliver(result, to: edge) }
        case .two(let rule):
            guard case .one(let gradient) = gradients, case .two(let first, let second) = node.edges else { return }
            var results = rule(gradient)
            // Taken out, so that nobody else has them.
            if let first, let result = taken(&results.0, leaving: nil) { deliver(result, to: first) }
            if let second, let result = taken(&results.1, leaving: nil) { deliver(result, to: second) }
        case .three(let rule):
            guard case .one(let gradient) = gradients, case .three(let first, let second, let third) = node.edges else {
                return
            }
            var results = rule(gradient)
            if let first, let result = taken(&results.0, leaving: nil) { deliver(result, to: first) }
            if let second, let result = taken(&results.1, leaving: nil) { deliver(result, to: second) }
            if let third, let result = taken(&results.2, leaving: nil) { deliver(result, to: third) }
        case .binary(let rule, let a, let b):
            guard case .one(let gradient) = gradients, case .two(let first, let second) = node.edges else { return }
            var results = rule.gradients(gradient, a, b, byLeft: first != nil, byRight: second != nil)
            if let first, let result = taken(&results.0, leaving: nil) { deliver(result, to: first) }
            if let second, let result = taken(&results.1, leaving: nil) { deliver(result, to: second) }
        case .many(let rule):
            let results = rule(gradients.array)
            for (edge, result) in zip(node.edges.array, results) {
                if let edge, let result { deliver(result, to: edge) }
            }
        case .freed: reportFreed(node)
        }
    }

    private func reportFreed(_ node: Node) {
        report(
            TensorError(
                "backward", .graph,
                "backward ran through this graph before, and what \(node.name) had saved was freed; "
                    + "give retainGraph: true to the first call to run it again"))
    }

    private mutating func capture(_ node: Node, _ gradients: Pending) {
        if captured.isEmpty { return }
        guard let wanted = captured[ObjectIdentifier(node)] else { return }
        let array = gradients.array
        for output in wanted.keys { captured[ObjectIdentifier(node)]?[output] = array[output] }
    }

    private func observe(_ node: Node, _ observers: Observers, _ gradients: Pending) -> Pending {
        var array = gradients.array
        for hook in observers.hooks {
            if let gradient = array[hook.output], let replaced = hook.body(gradient) { array[hook.output] = replaced }
        }
        for output in observers.retained.keys where accumulates || captured.isEmpty {
            if let gradient = array[output] {
                let present = observers.retained[output] ?? nil
                observers.retained[output] = present.map { $0 + gradient } ?? gradient
            }
        }
        if node.outputs.count == 1, let only = array[0] { return .one(only) }
        return .many(array)
    }

    /// The nodes between `roots` and `targets`, found without recursion: older nodes first, each is needed when one
    /// of its inputs is.
    private static func nodes(from roots: [Edge], leadingTo targets: [Edge]) -> Set<ObjectIdentifier> {
        var seen = Set<ObjectIdentifier>()
        var all: [Node] = []
        var stack = roots.map(\.node)
        while let node = stack.popLast() {
            if !seen.insert(ObjectIdentifier(node)).inserted { continue }
            all.append(node)
            for case let edge? in node.edges.array { stack.append(edge.node) }
        }
        var needed = Set(targets.map { ObjectIdentifier($0.node) })
        for node in all.sorted(by: { $0.sequence < $1.sequence }) {
            let leads = node.edges.array.contains { $0.map { needed.contains(ObjectIdentifier($0.node)) } ?? false }
            if leads { needed.insert(ObjectIdentifier(node)) }
        }
        return needed
    }
}

/// What `place` held, without a copy that would be counted as a reference.
@inline(__always)
func taken<Value>(_ place: inout Value, leaving rest: consuming Value) -> Value {
    swap(&place, &rest)
    return rest
}

extension Pending {
    var array: [Tensor?] {
        switch self {
        case .none: [nil]
        case .one(let gradient): [gradient]
        case .many(let gradients): gradients
        }
    }
}

/// Waiting nodes, the youngest first: one at hand, for most graphs are chains, and a binary heap of the others.
private struct Heap {
    private var first: Node?
    private var nodes: [Node] = []

    mutating func insert(_ node: consuming Node) {
        guard let first else {
            self.first = node
            return
        }
        if node.sequence > first.sequence { self.first = taken(&node, leaving: first) }
        nodes.append(node)
        var child = nodes.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if nodes[parent].sequence >= nodes[child].sequence { return }
            nodes.swapAt(parent, child)
            child = parent
        }
    }

    mutating func popLargest() -> Node? {
        let largest = taken(&first, leaving: nil)
        first = popFromHeap()
        return largest
    }

    private mutating func popFromHeap() -> Node? {
        if nodes.isEmpty { return nil }
        if nodes.count == 1 { return nodes.removeLast() }
        let top = taken(&nodes[0], leaving: nodes.removeLast())
        var parent = 0
        while true {
            let left = 2 * parent + 1
            if left >= nodes.count { return top }
            let right = left + 1
            let child = right < nodes.count && nodes[right].sequence > nodes[left].sequence ? right : left
            if nodes[parent].sequence >= nodes[child].sequence { return top }
            nodes.swapAt(parent, child)
            parent = child
        }
    }
}
