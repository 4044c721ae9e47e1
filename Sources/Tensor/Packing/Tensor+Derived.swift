extension Tensor {
    /// What `make` made from this tensor's elements, while they are what they were then.
    ///
    /// nil when it is wanted for the first time since the elements changed, when another thread is just making it, and
    /// for memory that others may write: the caller goes on without it, with the same result. What was made is freed
    /// when the storage is written or freed, and when the pool is trimmed.
    /// - Parameters:
    ///   - derivation: what is made, with all that its making depends on beside the tensor and the table of kernels.
    ///   - make: makes it; memory comes from the pool. It must not refer to this tensor's storage.
    package func derived<Form: AnyObject & Sendable>(_ derivation: Derivation, make: () -> Form) -> Form? {
        let storage = storage
        if storage.isLent { return nil }
        let forms = storage.forms.formsToFill()
        let (layout, version) = (layout, storage.version)
        switch forms.find(derivation, layout, dtype, version: version) {
        case .none: return nil
        case .form(let form): return form as? Form
        case .due(let kernels):
            let form = make()
            forms.keep(form, derivation, layout, dtype, kernels, version: version)
            return form
        }
    }

    /// How many forms are kept of this tensor's storage.
    package var derivedCount: Int { storage.forms.forms?.count ?? 0 }
}
