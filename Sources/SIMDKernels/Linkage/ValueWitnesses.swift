// What a plain struct needs to be copied and destroyed by code that knows only its metadata, the compiler emits as
// weak helpers, `__swift_memcpy<size>_<alignment>` for each size and alignment that a module has, and the linker keeps
// any one of them for the whole program. The kernels compiled for AVX2 and AVX-512 have structs of registers, so
// their helpers use wide registers, and could end up in a program that runs on a processor without them. A strong
// definition beats every weak one: these are compiled for the baseline. `.ci/checks/weak_symbols.py` tells when
// another size is needed.
#if arch(x86_64)
/// The compiler's contract: copies a value from `source` to `target` and gives back `target`.
@inline(__always)
private func copy(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ size: Int)
    -> UnsafeMutableRawPointer
{
    target.copyMemory(from: source, byteCount: size)
    return target
}

@_cdecl("__swift_noop_void_return")
public func doNothing() {}

@_cdecl("__swift_memcpy16_8")
public func copy16Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 16)
}

@_cdecl("__swift_memcpy32_8")
public func copy32Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 32)
}

@_cdecl("__swift_memcpy40_8")
public func copy40Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 40)
}

@_cdecl("__swift_memcpy48_8")
public func copy48Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 48)
}

@_cdecl("__swift_memcpy64_8")
public func copy64Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 64)
}

@_cdecl("__swift_memcpy72_8")
public func copy72Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 72)
}

@_cdecl("__swift_memcpy80_8")
public func copy80Aligned8(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 80)
}

@_cdecl("__swift_memcpy32_16")
public func copy32Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 32)
}

@_cdecl("__swift_memcpy48_16")
public func copy48Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 48)
}

@_cdecl("__swift_memcpy64_16")
public func copy64Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 64)
}

@_cdecl("__swift_memcpy96_16")
public func copy96Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 96)
}

@_cdecl("__swift_memcpy128_16")
public func copy128Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 128)
}

@_cdecl("__swift_memcpy192_16")
public func copy192Aligned16(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer) -> UnsafeMutableRawPointer {
    copy(target, source, 192)
}

#endif
