import Builtin

/// Tells the processor that this thread is waiting for another: its sibling gets the core, the memory bus its rest.
@inline(__always)
func spinHint() {
    #if arch(x86_64)
    Builtin.int_x86_sse2_pause()
    #endif
}
