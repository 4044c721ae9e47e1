import PinionAutograd
import Testing

/// Special functions far out, where formulas that are good near 0 lose their digits. Values are PyTorch's.
@Suite struct SpecialTailTests {
    private func expect(_ f: (Tensor) -> Tensor, _ x: [Double], _ values: [Double]) {
        let found = f(Tensor(x, dtype: .float64))
        #expect(found.allClose(Tensor(values, dtype: .float64), rtol: 1e-13, atol: 0), "\(found.toArray(Double.self))")
    }

    @Test func inverses() {
        expect(
            erfinv, [0.999999999, -0.999999999, -1e-300],
            [4.320005388105362, -4.320005388105362, -8.86226925452758e-301])
        let places = [1e-300, 1e-20, 1e-5, 0.3, 0.5, 0.999999, 1]
        let values = [
            -37.0470962993612, -9.262340089798409, -4.264890793922825, -0.5244005127080409, 0, 4.753424308817087,
            .infinity,
        ]
        expect(Special.ndtri, places, values)
    }

    @Test func tails() {
        expect(
            Special.logNdtr, [-10000.0, -30, -5, -1, 0, 3, 10],
            [
                -50000010.12927892, -454.32124395634327, -15.064998393988727, -1.841021645009264, -0.6931471805599453,
                -0.0013508099647481923, -7.619853024160498e-24,
            ])
        expect(
            Special.erfcx, [-3, 0, 5, 9.99, 10, 30, 100000000.0, 1e300],
            [
                16205.988853999586, 1.0, 0.11070463773306861, 0.05619664070685882, 0.05614099274382259,
                0.018795888861416754, 5.641895835477563e-09, 5.641895835477562e-301,
            ])
        expect(
            Special.i0e, [0, 1, 29.9, 30, 500, -1000000.0],
            [
                1.0, 0.46575960759364043, 0.07326921904600191, 0.0731459464822373, 0.017845706500153165,
                0.00039894233026924577,
            ])
        expect(
            Special.i1e, [0, 1, 29.9, 30, 500, -1000000.0],
            [
                0.0, 0.2079104153497085, 0.0720333749118688, 0.07191633059864755, 0.017827851852898053,
                -0.0003989421307980308,
            ])
    }

    /// Values by quadrature with 40 digits; PyTorch's have ten for large a.
    @Test func incompleteGamma() {
        let (a, x) = (Tensor([5.0, 50, 200, 1000], dtype: .float64), Tensor([5.0, 60, 180, 1010], dtype: .float64))
        let values = [0.5595067149347876, 0.9155933189063082, 0.07485803498415958, 0.6276789447369947]
        let expected = Tensor(values, dtype: .float64)
        #expect(igamma(a, x).allClose(expected, rtol: 1e-11, atol: 0))
        #expect(igammac(a, x).allClose(1 - expected, rtol: 1e-11, atol: 0))
    }
}
