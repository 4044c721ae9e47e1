import PinionSIMDKernels

/// An n-dimensional array of elements of one type; a reference to memory that views share, as in PyTorch.
///
/// Assigning a tensor copies the reference; `clone()` copies the elements. Shapes have up to eight dimensions, sizes may
/// be 0. Operations with gradients are recorded when an operand requires one (see `backward`).
///
/// A tensor may be read by any number of threads at a time, or be written by one.
public final class Tensor: @unchecked Sendable {
    // Unchecked: memory without locks. The promise above is the program's to keep, as with any reference to memory.

    package var storage: Storage
    package var layout: Layout
    /// The type of the elements.
    public package(set) var dtype: DType

    /// What the Autograd module knows of this tensor: the node whose output it is, or a leaf's gradient.
    package var autograd: AnyObject?
    /// Which of the node's outputs this is.
    package var outputIndex = 0
    /// Whether a gradient is wanted: of a leaf that asks for one, or of a result of such leaves.
    package var tracksGrad = false
    /// How the tensor came to share its storage.
    package var viewKind = ViewKind.none
    /// The tensor whose storage this is a view of; never itself a view.
    package let base: Tensor?
    /// The storage's version when `autograd` was set: a view whose base has changed since takes its node from there.
    package var autogradVersion: UInt64 = 0

    /// A tensor over memory that exists.
    package init(_ storage: Storage, _ layout: Layout, _ dtype: DType, base: Tensor? = nil) {
        self.storage = storage
        self.layout = layout
        self.dtype = dtype
        self.base = base
    }

    /// Uninitialised memory of its own; the layout is contiguous with offset 0.
    package convenience init(_ layout: Layout, _ dtype: DType) {
        self.init(Storage(byteCount: layout.count * dtype.byteCount), layout, dtype)
    }

    /// The same in the sizes of `other`, whose layout would be copied on its way here.
    package convenience init(sizesOf other: Tensor, _ dtype: DType) {
        self.init(Storage(byteCount: other.layout.count * dtype.byteCount), other.layout.packed, dtype)
    }

    /// The address of the first element.
    package var pointer: UnsafeMutableRawPointer { storage.base + layout.offset * dtype.byteCount }

    /// This tensor as an operand of a kernel that runs over `target`'s sizes.
    package func operand(over target: Layout) -> StridedOperand {
        StridedOperand(pointer, dtype, strides: layout.strides(broadcastTo: target))
    }

    /// Notes a change of the elements by `operation`.
    package func bumpVersion(_ operation: StaticString) {
        storage.version &+= 1
        storage.lastWriter = operation
        storage.forms.forms?.drop()
    }
}

/// How a tensor came to share the storage of another.
package enum ViewKind: UInt8, Sendable {
    /// It owns its storage, or is detached from the other.
    case none
    /// Changes in place are seen by the graph of the other.
    case differentiable
    /// Made while gradients were off.
    case withoutGrad
    /// One of several outputs of an operation such as `split`.
    case oneOfSeveral
}
