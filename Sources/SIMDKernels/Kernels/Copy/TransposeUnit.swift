/// A small square that is transposed in registers.
protocol TransposeUnit {
    associatedtype Scalar

    /// The side of the square.
    static var side: Int { get }
    /// `target[j · targetStride + i] = source[i · sourceStride + j]` for all i and j below the side.
    static func transpose(
        _ source: UnsafePointer<Scalar>, _ sourceStride: Int, _ target: UnsafeMutablePointer<Scalar>,
        _ targetStride: Int)
}

enum QuadUnit<Q: Quad>: TransposeUnit {
    @inline(__always) static var side: Int { 4 }

    @inline(__always)
    static func transpose(
        _ source: UnsafePointer<Q.Scalar>, _ sourceStride: Int, _ target: UnsafeMutablePointer<Q.Scalar>,
        _ targetStride: Int
    ) {
        let (a, b, c, d) = Q.transposed(
            .load(source), .load(source + sourceStride), .load(source + 2 * sourceStride),
            .load(source + 3 * sourceStride))
        a.store(target)
        b.store(target + targetStride)
        c.store(target + 2 * targetStride)
        d.store(target + 3 * targetStride)
    }
}

/// Three rounds of interleaving vectors that lie four apart.
enum OctetUnit<O: Octet>: TransposeUnit {
    @inline(__always) static var side: Int { 8 }

    @inline(__always)
    static func transpose(
        _ source: UnsafePointer<O.Scalar>, _ sourceStride: Int, _ target: UnsafeMutablePointer<O.Scalar>,
        _ targetStride: Int
    ) {
        func row(_ index: Int) -> O { O.load(source + index * sourceStride) }
        let (r0, r1, r2, r3, r4, r5, r6, r7) = (row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
        let first = round(r0, r1, r2, r3, r4, r5, r6, r7)
        let second = round(first.0, first.1, first.2, first.3, first.4, first.5, first.6, first.7)
        let third = round(second.0, second.1, second.2, second.3, second.4, second.5, second.6, second.7)
        third.0.store(target)
        third.1.store(target + targetStride)
        third.2.store(target + 2 * targetStride)
        third.3.store(target + 3 * targetStride)
        third.4.store(target + 4 * targetStride)
        third.5.store(target + 5 * targetStride)
        third.6.store(target + 6 * targetStride)
        third.7.store(target + 7 * targetStride)
    }

    @inline(__always)
    private static func round(
        _ a: O, _ b: O, _ c: O, _ d: O, _ e: O, _ f: O, _ g: O, _ h: O
    ) -> (O, O, O, O, O, O, O, O) {
        let ae = O.interleave(a, e)
        let bf = O.interleave(b, f)
        let cg = O.interleave(c, g)
        let dh = O.interleave(d, h)
        return (ae.low, ae.high, bf.low, bf.high, cg.low, cg.high, dh.low, dh.high)
    }
}

#if PINION_AVX512
extension DoubleLane: Octet {}

/// Sixteen registers of sixteen elements: four rounds of interleaving those that lie eight apart.
enum LaneUnit: TransposeUnit {
    @inline(__always) static var side: Int { 16 }

    @inline(__always)
    static func transpose(
        _ source: UnsafePointer<Float>, _ sourceStride: Int, _ target: UnsafeMutablePointer<Float>,
        _ targetStride: Int
    ) {
        func row(_ index: Int) -> FloatLane { FloatLane.load(source + index * sourceStride) }
        let upper = Half(row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
        let lower = Half(row(8), row(9), row(10), row(11), row(12), row(13), row(14), row(15))
        let first = Half.interleave(upper, lower)
        let second = Half.interleave(first.0, first.1)
        let third = Half.interleave(second.0, second.1)
        let fourth = Half.interleave(third.0, third.1)
        fourth.0.store(target, targetStride)
        fourth.1.store(target + 8 * targetStride, targetStride)
    }

    /// Eight of the registers.
    private struct Half {
        let a, b, c, d, e, f, g, h: FloatLane

        @inline(__always)
        init(
            _ a: FloatLane, _ b: FloatLane, _ c: FloatLane, _ d: FloatLane, _ e: FloatLane, _ f: FloatLane,
            _ g: FloatLane, _ h: FloatLane
        ) { (self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h) = (a, b, c, d, e, f, g, h) }

        @inline(__always)
        static func interleave(_ x: Half, _ y: Half) -> (Half, Half) {
            let (a, b) = FloatLane.interleave(x.a, y.a)
            let (c, d) = FloatLane.interleave(x.b, y.b)
            let (e, f) = FloatLane.interleave(x.c, y.c)
            let (g, h) = FloatLane.interleave(x.d, y.d)
            let (i, j) = FloatLane.interleave(x.e, y.e)
            let (k, l) = FloatLane.interleave(x.f, y.f)
            let (m, n) = FloatLane.interleave(x.g, y.g)
            let (o, p) = FloatLane.interleave(x.h, y.h)
            return (Half(a, b, c, d, e, f, g, h), Half(i, j, k, l, m, n, o, p))
        }

        @inline(__always)
        func store(_ target: UnsafeMutablePointer<Float>, _ stride: Int) {
            a.store(target)
            b.store(target + stride)
            c.store(target + 2 * stride)
            d.store(target + 3 * stride)
            e.store(target + 4 * stride)
            f.store(target + 5 * stride)
            g.store(target + 6 * stride)
            h.store(target + 7 * stride)
        }
    }
}
#endif
