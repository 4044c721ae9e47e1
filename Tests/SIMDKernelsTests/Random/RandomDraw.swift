@testable import PinionSIMDKernels

/// Numbers of one dtype with access to their bit patterns.
protocol BitPatterned: BinaryFloatingPoint, RandomFillScalar {
    var pattern: UInt64 { get }
}

extension Float: BitPatterned { var pattern: UInt64 { UInt64(bitPattern) } }
extension Double: BitPatterned { var pattern: UInt64 { bitPattern } }

extension RandomEngine {
    /// `count` numbers as `fill` writes them.
    func array<T>(_ count: Int, _ fill: (UnsafeMutablePointer<T>) -> Void) -> [T] {
        [T](unsafeUninitializedCapacity: max(count, 1)) { buffer, length in
            if let base = buffer.baseAddress { fill(base) }
            length = count
        }
    }

    /// The bit patterns of what a line of the fixture asks for.
    func draw(_ line: RandomFixture) -> [UInt64] {
        switch line.dtype {
        case "f32": draw(line, Float.self)
        case "f64": line.kind == "sequence" ? sequence(line.a).map(\.bitPattern) : draw(line, Double.self)
        case "bool":
            array(line.count) { bernoulli($0, line.count, probability: Double(line.a) ?? .nan) }
                .map { (byte: UInt8) in UInt64(byte) }
        default: integers(line).map(UInt64.init(bitPattern:))
        }
    }

    private func draw<T: BitPatterned>(_ line: RandomFixture, _ type: T.Type) -> [UInt64] {
        if line.kind == "multinomial" { return categories(line, type).map(UInt64.init(bitPattern:)) }
        let n = line.count
        let a = Double(line.a) ?? .nan
        let b = Double(line.b) ?? .nan
        let values: [T] = array(n) { target in
            switch line.kind {
            case "uniform": uniform(target, n, from: a, to: b)
            case "normal": normal(target, n, mean: a, std: b)
            case "exponential": exponential(target, n, rate: a)
            case "bernoulli": bernoulli(target, n, probability: a)
            case "bernoulliTensor": bernoulli(target, n, probabilities: (0..<n).map { T($0) / T(n) })
            case "dropout": dropoutMask(target, n, p: a)
            default: fatalError("no such case: \(line.kind)")
            }
        }
        return values.map(\.pattern)
    }

    private func categories<T: BitPatterned>(_ line: RandomFixture, _ type: T.Type) -> [Int64] {
        let replacement = line.b == "1"
        let weights = (0..<(Int(line.a) ?? 0)).map { (i: Int) -> T in T(i * 7919 % 1013 + (replacement ? 0 : 1)) }
        return array(line.count) {
            multinomial($0, line.count, weights: weights, weights.count, replacement: replacement)
        }
    }

    private func integers(_ line: RandomFixture) -> [Int64] {
        array(line.count) { target in
            if line.kind == "randperm" { return permutation(target, line.count) }
            integers(target, line.count, from: Int64(line.a) ?? 0, to: Int64(line.b) ?? 0)
        }
    }

    /// A letter and a count each, as in make_random.py.
    private func sequence(_ calls: String) -> [Double] {
        calls.split(separator: ",").flatMap { item -> [Double] in
            let n = Int(item.dropFirst()) ?? 0
            func floats(_ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Double] { array(n, fill).map { Double($0) } }
            func longs(_ fill: (UnsafeMutablePointer<Int64>) -> Void) -> [Double] { array(n, fill).map { Double($0) } }
            switch item.first {
            case "u": return floats { uniform($0, n) }
            case "U": return array(n) { uniform($0, n) }
            case "n": return floats { normal($0, n) }
            case "N": return array(n) { normal($0, n) }
            case "b": return floats { bernoulli($0, n, probability: 0.3) }
            case "i": return longs { integers($0, n, from: 0, to: 10) }
            case "I": return longs { integers($0, n, from: 0, to: 1 << 40) }
            case "p": return longs { permutation($0, n) }
            case "e": return floats { exponential($0, n) }
            default: fatalError("no such call: \(item)")
            }
        }
    }
}
