import PinionNN

/// conv-like nesting: a block with an optional part, a parameter and buffers of its own.
class Block: Module {
    let first = Linear(3, 4)
    var shortcut: Linear?
    @Parameter var scale = Tensor.ones(4)
    @Parameter var shift: Tensor?
    @Buffer var count = Tensor.zeros(1)
    @Buffer(persistent: false) var mask = Tensor.ones(4)
    let plain = Tensor.ones(2)
    let width = 4

    override func forward(_ x: Tensor) -> Tensor { first(x) * scale * mask }
}

/// A subclass with a module more, whose name in files is another.
final class WideBlock: Block {
    let lastPart = Linear(4, 2)

    override class var stateDictNames: [String: String] { ["lastPart": "last_part"] }
    override func forward(_ x: Tensor) -> Tensor { lastPart(super.forward(x)) }
}

final class Net: Module {
    let layers = Sequential(Linear(2, 3), WideBlock())
    lazy var head = Linear(2, 2)
    var tail: Module = Linear(2, 1)

    override func forward(_ x: Tensor) -> Tensor { tail(head(layers(x))) }
}

/// One module under two names, and two with one weight.
final class Shared: Module {
    let a = Linear(2, 2)
    let b: Linear
    let c = Linear(2, 2, bias: false)

    override init() {
        b = a
        super.init()
        c.weight = a.weight
    }
}
