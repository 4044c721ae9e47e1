import PinionKernelInterface

func compare<E: LogicElement>(
    _: E.Type, _ op: CompareOp, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch op {
    case .equal: mapPairs(E.self, a, b, y, count) { E.ordered($0) == E.ordered($1) }
    case .notEqual: mapPairs(E.self, a, b, y, count) { E.ordered($0) != E.ordered($1) }
    case .less: mapPairs(E.self, a, b, y, count) { E.ordered($0) < E.ordered($1) }
    case .lessOrEqual: mapPairs(E.self, a, b, y, count) { E.ordered($0) <= E.ordered($1) }
    // `less` with the sides exchanged by the caller.
    case .greater, .greaterOrEqual: break
    }
}

func logical<E: LogicElement>(
    _: E.Type, _ op: LogicalOp, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    // Without short circuits, which are branches.
    switch op {
    case .and: mapPairs(E.self, a, b, y, count) { byte(E.isTrue($0)) & byte(E.isTrue($1)) != 0 }
    case .or: mapPairs(E.self, a, b, y, count) { byte(E.isTrue($0)) | byte(E.isTrue($1)) != 0 }
    case .xor: mapPairs(E.self, a, b, y, count) { E.isTrue($0) != E.isTrue($1) }
    }
}

func predicate<E: LogicElement>(
    _: E.Type, _ op: PredicateOp, _ x: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch op {
    case .logicalNot: mapBlocks(x, y, count) { (x: E.Storage) in byte(!E.isTrue(x)) }
    case .isNaN: mapBlocks(x, y, count) { (x: E.Storage) in byte(E.isNaN(x)) }
    case .isInf: mapBlocks(x, y, count) { (x: E.Storage) in byte(E.isInfinite(x)) }
    case .isFinite: mapBlocks(x, y, count) { (x: E.Storage) in byte(E.isFinite(x)) }
    }
}

/// Only the size of an element matters.
func select<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type, _ mask: Source, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    mapBlocks(mask, a, b, y, count) { (mask: UInt8, a: T, b: T) in mask != 0 ? a : b }
}

@inline(__always)
private func mapPairs<E: LogicElement>(
    _: E.Type, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int,
    _ f: (E.Storage, E.Storage) -> Bool
) {
    mapBlocks(a, b, y, count) { (a: E.Storage, b: E.Storage) in byte(f(a, b)) }
}

@inline(__always) private func byte(_ truth: Bool) -> UInt8 { truth ? 1 : 0 }
