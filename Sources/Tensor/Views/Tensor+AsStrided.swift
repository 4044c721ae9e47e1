import PinionSIMDKernels

extension Tensor {
    /// A tensor over this one's storage with another layout, as a view of the same base; without gradient.
    package func alias(_ layout: Layout, kind: ViewKind) -> Tensor {
        let view = Tensor(storage, layout, dtype, base: base ?? self)
        view.viewKind = viewKind == .none || viewKind == .differentiable ? kind : viewKind
        return view
    }
}
