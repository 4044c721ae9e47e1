import PinionKernelInterface

/// The passes of a normalization over runs of every rest of a register.
func checkNorm(_ kernels: NormKernels, _ checks: inout Checks) {
    checks.group("norm float") { checkNorm(kernels.float, tolerance: 1e-5, { Float($0) }, { Double($0) }, &$0) }
    checks.group("norm double") { checkNorm(kernels.double, tolerance: 1e-14, { $0 }, { $0 }, &$0) }
}

private func checkNorm<T>(
    _ kernels: NormEntries<T>, tolerance: Double, _ make: (Double) -> T, _ wide: (T) -> Double, _ checks: inout Checks
) {
    var numbers = Sequence64(seed: 4)
    let (center, factor, shift, slope) = (0.25, 1.5, -2.0, 0.75)
    for count in [0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 49, 64, 65, 127, 130] {
        let x = Array(count) { make(numbers.next(-1, 1)) }
        let g = Array(count) { make(numbers.next(-1, 1)) }
        var (sum, squares, gradients, products) = (0.0, 0.0, 0.0, 0.0)
        for i in 0..<count {
            let distance = wide(x[i]) - center
            sum += distance
            squares += distance * distance
            gradients += wide(g[i])
            products += wide(g[i]) * distance
        }
        let within = tolerance * Double(count + 1)
        checks.expect(wide(kernels.sum(count, x, make(center))), near: sum, within: within, count)
        checks.expect(wide(kernels.squares(count, x, make(center))), near: squares, within: within, count)
        let found = kernels.productSums(count, g, x, make(center))
        checks.expect(wide(found.0), near: gradients, within: within, count)
        checks.expect(wide(found.1), near: products, within: within, count)
        // What lies behind the run is not to be written.
        var y = [T](repeating: make(7), count: count + 1)
        kernels.scale(count, x, make(center), make(factor), make(shift), &y)
        var gx = [T](repeating: make(7), count: count + 1)
        kernels.gradient(count, g, make(factor), x, make(center), make(slope), make(shift), &gx)
        for i in 0..<count {
            let distance = wide(x[i]) - center
            checks.expect(wide(y[i]), near: distance * factor + shift, within: tolerance, i)
            let gradient = wide(g[i]) * factor + distance * slope + shift
            checks.expect(wide(gx[i]), near: gradient, within: tolerance, i)
        }
        checks.expect(wide(y[count]) == 7 && wide(gx[count]) == 7, count)
    }
}
