#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The types that random fills come in.
package protocol RandomFillScalar: BinaryFloatingPoint & Sendable {
    /// Words of the generator that a uniform number takes.
    static var wordsPerNumber: Int { get }
    static func uniform(_ kernels: RandomKernels) -> RandomKernels.Uniform<Self>
    static func mask(_ kernels: RandomKernels) -> RandomKernels.Mask<Self>
    /// Box and Muller's transform of whole blocks of 16 in place.
    static func transformToNormal(_ target: UnsafeMutablePointer<Self>, _ blockCount: Int, mean: Double, std: Double)
}

extension Float: RandomFillScalar {
    package static var wordsPerNumber: Int { 1 }
    package static func uniform(_ kernels: RandomKernels) -> RandomKernels.Uniform<Float> { kernels.uniformFloat }
    package static func mask(_ kernels: RandomKernels) -> RandomKernels.Mask<Float> { kernels.maskFloat }

    package static func transformToNormal(
        _ target: UnsafeMutablePointer<Float>, _ blockCount: Int, mean: Double, std: Double
    ) {
        Kernels.current.random.normalFloat(target, blockCount, Float(mean), Float(std))
    }
}

extension Double: RandomFillScalar {
    package static var wordsPerNumber: Int { 2 }
    package static func uniform(_ kernels: RandomKernels) -> RandomKernels.Uniform<Double> { kernels.uniformDouble }
    package static func mask(_ kernels: RandomKernels) -> RandomKernels.Mask<Double> { kernels.maskDouble }

    /// With libm's functions, as PyTorch does it.
    package static func transformToNormal(
        _ target: UnsafeMutablePointer<Double>, _ blockCount: Int, mean: Double, std: Double
    ) {
        for block in 0..<blockCount {
            for j in block * 16..<block * 16 + 8 {
                let (cosine, sine) = normalPair(log: log(1 - target[j]), turn: target[j + 8])
                target[j] = fma(cosine, std, mean)
                target[j + 8] = fma(sine, std, mean)
            }
        }
    }
}
