import Synchronization

/// A storage's place for forms: a pointer that is nil until one is wanted.
package struct FormsSlot: ~Copyable {
    private let address = Atomic<UInt>(0)

    /// What is there.
    @inline(__always)
    var forms: DerivedForms? {
        guard let pointer = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) else { return nil }
        return Unmanaged<DerivedForms>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// What is there; new where there was nothing.
    func formsToFill() -> DerivedForms {
        if let forms { return forms }
        let new = DerivedForms()
        let pointer = UInt(bitPattern: Unmanaged.passRetained(new).toOpaque())
        if address.compareExchange(expected: 0, desired: pointer, ordering: .acquiringAndReleasing).exchanged {
            return new
        }
        // Another thread was faster.
        Unmanaged.passUnretained(new).release()
        return forms ?? new
    }

    deinit {
        if let pointer = UnsafeRawPointer(bitPattern: address.load(ordering: .relaxed)) {
            Unmanaged<DerivedForms>.fromOpaque(pointer).takeRetainedValue().end()
        }
    }
}
