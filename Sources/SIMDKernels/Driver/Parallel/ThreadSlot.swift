/// An address of each thread's own, for the module above.
///
/// Its key is declared here: only in `ThreadKey`'s own module is it constant memory, and another's would ask whether it
/// has been made each time.
package enum ThreadSlot {
    private static let key = ThreadKey()

    /// What the calling thread has set, nil at first.
    package static var address: UnsafeMutableRawPointer? { key.address }

    /// Sets the calling thread's address, which `destroy` gets when the thread ends.
    package static func set(_ address: UnsafeRawPointer?, destroy: @escaping ThreadKey.Destructor) {
        key.set(address, destroy: destroy)
    }
}
