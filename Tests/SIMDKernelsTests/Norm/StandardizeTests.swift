import PinionSIMDKernels
import PinionTestSupport
import Testing

/// Standardization and its gradients against plain sums in double, over groups that are cut into several pieces.
@Suite struct Standardization {
    /// [images, channels, plane] by channels, [rows, length] where `channels` is nil.
    struct Sizes: CustomTestStringConvertible {
        var outer: Int
        var channels: Int?
        var inner: Int

        var testDescription: String { "[\(outer), \(channels.map { "\($0), " } ?? "")\(inner)]" }
        var groups: NormGroups {
            channels.map { .channels(images: outer, channels: $0, plane: inner) } ?? .rows(outer, length: inner)
        }
        var count: Int { outer * (channels ?? 1) * inner }
        /// The group of an element, and its number among the group's.
        func group(_ index: Int) -> Int { channels.map { index / inner % $0 } ?? index / inner }
    }

    /// Results by the kernels: y, mean, variance, gradient by x, by weight, by bias.
    private func results<Scalar: GemmScalar>(
        _ sizes: Sizes, _ x: [Scalar], _ g: [Scalar], _ weight: [Scalar], _ bias: [Scalar]
    ) -> [[Scalar]] {
        let shape = sizes.groups
        var y = [Scalar](repeating: 7, count: x.count + 1)
        var (mean, variance, rstd) = (y, y, y)
        var (gx, sums, products) = (y, y, y)
        var (byWeight, byBias) = (y, y)
        weight.withUnsafeBufferPointer { weight in
            bias.withUnsafeBufferPointer { bias in
                let affine: NormAffine<Scalar> =
                    sizes.channels == nil
                    ? .elements(weight: weight.baseAddress, bias: bias.baseAddress)
                    : .groups(weight: weight.baseAddress, bias: bias.baseAddress, period: shape.groups)
                standardize(shape, x, affine, eps: 1e-5, into: &y, mean: &mean, variance: &variance, rstd: &rstd)
                sums.withUnsafeMutableBufferPointer { sums in
                    products.withUnsafeMutableBufferPointer { products in
                        guard let sums = sums.baseAddress, let products = products.baseAddress else { return }
                        standardizeBackward(
                            shape, g, x, mean: mean, rstd: rstd, affine, into: &gx, sums: (sums, products))
                    }
                }
            }
        }
        if sizes.channels == nil {
            standardizeBackwardElements(
                shape, g, x, mean: mean, rstd: rstd, weight: &byWeight, bias: &byBias)
        } else {
            (byWeight, byBias) = (products, sums)
        }
        #expect(y.last == 7 && gx.last == 7)
        let groups = shape.groups
        return [
            Array(y.dropLast()), Array(mean[..<groups]), Array(variance[..<groups]), Array(gx.dropLast()),
            Array(byWeight[..<weight.count]), Array(byBias[..<bias.count]),
        ]
    }

    private func expected<Scalar: GemmScalar>(
        _ sizes: Sizes, _ x: [Scalar], _ g: [Scalar], _ weight: [Scalar], _ bias: [Scalar]
    ) -> [[Double]] {
        let (groups, n) = (sizes.groups.groups, Double(sizes.groups.count))
        func parameter(_ index: Int) -> Int { sizes.channels == nil ? index % sizes.inner : sizes.group(index) }
        func sums(_ f: (Int) -> Double) -> [Double] {
            var result = [Double](repeating: 0, count: groups)
            for i in x.indices { result[sizes.group(i)] += f(i) }
            return result
        }
        let mean = sums { Double(x[$0]) }.map { $0 / n }
        let variance = sums { i in
            let d = Double(x[i]) - mean[sizes.group(i)]
            return d * d
        }.map { $0 / n }
        let normal = x.indices.map { i in
            (Double(x[i]) - mean[sizes.group(i)]) / (variance[sizes.group(i)] + 1e-5).squareRoot()
        }
        let y = x.indices.map { normal[$0] * Double(weight[parameter($0)]) + Double(bias[parameter($0)]) }
        let h = x.indices.map { Double(g[$0]) * Double(weight[parameter($0)]) }
        let meanH = sums { h[$0] }.map { $0 / n }
        let meanProduct = sums { h[$0] * normal[$0] }.map { $0 / n }
        let gx = x.indices.map { i in
            let group = sizes.group(i)
            let slope = h[i] - meanH[group] - normal[i] * meanProduct[group]
            return slope / (variance[group] + 1e-5).squareRoot()
        }
        var byWeight = [Double](repeating: 0, count: weight.count)
        var byBias = byWeight
        for i in x.indices {
            byWeight[parameter(i)] += Double(g[i]) * normal[i]
            byBias[parameter(i)] += Double(g[i])
        }
        return [y, mean, variance, gx, byWeight, byBias]
    }

    private func check<Scalar: GemmScalar>(_: Scalar.Type, _ sizes: Sizes, tolerance: Double) {
        var numbers = Numbers(seed: sizes.count)
        let x: [Scalar] = numbers.array(sizes.count).map { $0 * 3 + 5 }
        let g: [Scalar] = numbers.array(sizes.count)
        let parameters = sizes.channels ?? sizes.inner
        let (weight, bias): ([Scalar], [Scalar]) = (numbers.array(parameters), numbers.array(parameters))
        var found: [[[Scalar]]] = []
        withEachThreadCount { _ in found.append(results(sizes, x, g, weight, bias)) }
        #expect(found.allSatisfy { $0 == found[0] }, "results depend on the number of threads")
        for (index, (result, wanted)) in zip(found[0], expected(sizes, x, g, weight, bias)).enumerated() {
            let largest = max(1, wanted.map(abs).max() ?? 0)
            let worst = zip(result, wanted).map { abs(Double($0) - $1) }.max() ?? 0
            #expect(worst <= tolerance * largest, "result \(index)")
        }
    }

    @Test(arguments: [
        Sizes(outer: 3, channels: 5, inner: 7), Sizes(outer: 2, channels: 3, inner: 9001),
        Sizes(outer: 70, channels: 4, inner: 64), Sizes(outer: 6, inner: 13), Sizes(outer: 200, inner: 517),
        Sizes(outer: 2, inner: 10_007),
    ]) func equalsSumsInDouble(sizes: Sizes) {
        check(Float.self, sizes, tolerance: 4e-6)
        check(Double.self, sizes, tolerance: 1e-13)
    }
}
