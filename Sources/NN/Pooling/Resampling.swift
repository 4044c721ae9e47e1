import PinionAutograd
import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A linear map along each spatial dimension, and its transpose; they are each other's gradients.
struct Resampling: Sendable {
    /// By spatial dimension.
    let taps: [ResampleTaps]
    let node: StaticString

    func forward(_ x: Tensor) -> Tensor {
        var y = x
        for d in taps.indices.reversed() { y = Raw.resample(taps[d], y, d + 2, isBackward: false) }
        return isRecorded(x) ? record(node, y, x, isReusable: true) { backward($0) } : y
    }

    func backward(_ g: Tensor) -> Tensor {
        var y = g
        for d in taps.indices { y = Raw.resample(taps[d], y, d + 2, isBackward: true) }
        return isRecorded(g) ? record(node, y, g, isReusable: true) { forward($0) } : y
    }
}

/// Where the places of an output lie in the input.
struct ResamplePlaces {
    let input: Int
    let output: Int
    /// The factor asked for; what the sizes say where nil.
    let factor: Double?
    let alignCorners: Bool

    func taps(_ mode: InterpolationMode, antialias: Bool = false) -> ResampleTaps {
        switch mode {
        case .bilinear where antialias: return filtered(1) { max(0, 1 - abs($0)) }
        case .bicubic where antialias: return filtered(2, cubicFilter)
        case .lanczos: return filtered(3, lanczosFilter)
        case .nearest: return nearest(shift: 0)
        case .nearestExact: return nearest(shift: 0.5)
        case .bicubic: return cubic()
        default: return linear()
        }
    }

    /// How far apart neighbours of the output are in the input.
    private var scale: Double {
        if alignCorners { return output > 1 ? Double(input - 1) / Double(output - 1) : 0 }
        return factor.map { 1 / $0 } ?? Double(input) / Double(output)
    }

    private func source(_ place: Int) -> Double {
        alignCorners ? scale * Double(place) : scale * (Double(place) + 0.5) - 0.5
    }

    private func make(_ count: Int, _ tap: (_ place: Int) -> [(Int, Double)]) -> ResampleTaps {
        let all = (0..<output).flatMap(tap)
        return ResampleTaps(
            inputSize: input, outputSize: output, count: count, places: all.map(\.0), weights: all.map(\.1))
    }

    /// PyTorch finds these places in single precision, which decides where they fall between two; the same size and
    /// the double one it finds without the factor.
    private func nearest(shift: Float) -> ResampleTaps {
        if shift == 0 && output == input { return make(1) { place in [(place, 1)] } }
        if shift == 0 && output == 2 * input { return make(1) { place in [(place / 2, 1)] } }
        let scale = factor.map { Float(1 / $0) } ?? Float(input) / Float(output)
        return make(1) { place in [(min(Int((Float(place) + shift) * scale), input - 1), 1)] }
    }

    private func linear() -> ResampleTaps {
        make(2) { place in
            let source = max(0, source(place))
            let first = min(Int(source), input - 1)
            let part = min(max(source - Double(first), 0), 1)
            return [(first, 1 - part), (min(first + 1, input - 1), part)]
        }
    }

    /// The cubic convolution of Keys with a = -0.75, as PyTorch and OpenCV have it.
    private func cubic() -> ResampleTaps {
        let a = -0.75
        func near(_ t: Double) -> Double { ((a + 2) * t - (a + 3)) * t * t + 1 }
        func far(_ t: Double) -> Double { ((a * t - 5 * a) * t + 8 * a) * t - 4 * a }
        return make(4) { place in
            let source = source(place)
            let first = source.rounded(.down)
            let t = source - first
            let weights = [far(t + 1), near(t), near(1 - t), far(2 - t)]
            return weights.enumerated().map { (min(max(Int(first) - 1 + $0, 0), input - 1), $1) }
        }
    }

    /// Weights from a filter over -reach...reach, stretched over the elements that a smaller image's ones cover; as
    /// Pillow and PyTorch have it.
    private func filtered(_ reach: Double, _ filter: (Double) -> Double) -> ResampleTaps {
        let scale = scale
        let stretch = max(scale, 1)
        let rows = (0..<output).map { place -> [(Int, Double)] in
            let center = scale * (Double(place) + 0.5)
            let first = max(Int(center - reach * stretch + 0.5), 0)
            let end = min(Int(center + reach * stretch + 0.5), input)
            let weights = (first..<max(first, end)).map { filter((Double($0) - center + 0.5) / stretch) }
            let total = weights.reduce(0, +)
            return weights.enumerated().map { (first + $0, total == 0 ? $1 : $1 / total) }
        }
        let count = rows.map(\.count).max() ?? 0
        return make(count) { place in rows[place] + [(Int, Double)](repeating: (0, 0), count: count - rows[place].count)
        }
    }

    /// The cubic convolution of Keys with a = -0.5, as Pillow has it.
    private func cubicFilter(_ x: Double) -> Double {
        let (t, a) = (abs(x), -0.5)
        if t < 1 { return ((a + 2) * t - (a + 3)) * t * t + 1 }
        return t < 2 ? (((t - 5) * t + 8) * t - 4) * a : 0
    }

    /// `sinc(x) sinc(x / 3)`
    private func lanczosFilter(_ x: Double) -> Double {
        let t = x * .pi
        return t == 0 ? 1 : abs(x) < 3 ? sin(t) * sin(t / 3) * 3 / (t * t) : 0
    }
}
