import PinionTensor

/// A default generator for the calling thread alone, until `end()`: other tests draw from the shared one meanwhile.
package struct OwnGenerator {
    package init() { ThreadContext.current.pointee.generator = Generator() }
    package func end() { ThreadContext.current.pointee.generator = nil }
}
