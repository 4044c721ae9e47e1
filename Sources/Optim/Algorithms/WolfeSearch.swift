import PinionTensor

/// A search along a line for a step after which the strong Wolfe conditions hold: the loss has fallen enough, and its
/// slope too.
struct WolfeSearch {
    /// A step and what was found there.
    private struct Point {
        var step, loss: Double
        var gradient: Tensor
        var slope: Double
    }

    let slope, loss: Double
    let gradient, direction: Tensor
    /// The shortest interval worth searching, and the most evaluations.
    let least: Double
    let limit: Int
    private(set) var evaluations = 0
    private let fall = 1e-4
    private let flattening = 0.9

    init(slope: Double, loss: Double, gradient: Tensor, direction: Tensor, least: Double, limit: Int) {
        self.slope = slope
        self.loss = loss
        self.gradient = gradient
        self.direction = direction
        self.least = least
        self.limit = limit
    }

    private func hasNotFallen(_ point: Point) -> Bool {
        point.loss > loss + fall * point.step * slope
    }
    private func isFlatEnough(_ point: Point) -> Bool { abs(point.slope) <= -flattening * slope }

    /// The best step found, with its loss and gradient; `evaluate` gives these for a step.
    mutating func run(
        from first: Double, _ evaluate: (Double) -> (Double, Tensor)
    ) -> (loss: Double, gradient: Tensor, step: Double) {
        var iterations = 0
        func point(_ step: Double) -> Point {
            let (loss, gradient) = evaluate(step)
            return Point(step: step, loss: loss, gradient: gradient, slope: gradient.dot(direction).item)
        }
        let start = Point(step: 0, loss: loss, gradient: gradient, slope: slope)
        var (former, latest) = (start, point(first))
        evaluations = 1

        // Go on until a good step lies between two, or is found.
        var ends: [Point] = []
        while iterations < limit {
            let hasRisen = hasNotFallen(latest) || (iterations > 1 && latest.loss >= former.loss)
            if !hasRisen && isFlatEnough(latest) { return (latest.loss, latest.gradient, latest.step) }
            if hasRisen || latest.slope >= 0 {
                ends = [former, latest]
                break
            }
            let range = (latest.step + 0.01 * (latest.step - former.step), latest.step * 10)
            let step = Self.interpolate(former, latest, range)
            former = latest
            latest = point(step)
            evaluations += 1
            iterations += 1
        }
        if ends.isEmpty { ends = [start, latest] }

        // Narrow the interval.
        var low = ends[0].loss <= ends[1].loss ? 0 : 1
        var wasNearEnd = false
        let largest = direction.abs().max().item
        while iterations < limit {
            let (from, to) = (min(ends[0].step, ends[1].step), max(ends[0].step, ends[1].step))
            if (to - from) * largest < least { break }
            var step = Self.interpolate(ends[0], ends[1], (from, to))
            let margin = 0.1 * (to - from)
            if min(to - step, step - from) < margin {
                if wasNearEnd || step >= to || step <= from {
                    step = abs(step - to) < abs(step - from) ? to - margin : from + margin
                    wasNearEnd = false
                } else {
                    wasNearEnd = true
                }
            } else {
                wasNearEnd = false
            }
            let latest = point(step)
            evaluations += 1
            iterations += 1
            if hasNotFallen(latest) || latest.loss >= ends[low].loss {
                ends[1 - low] = latest
                low = ends[0].loss <= ends[1].loss ? 0 : 1
            } else {
                let isDone = isFlatEnough(latest)
                if !isDone && latest.slope * (ends[1 - low].step - ends[low].step) >= 0 {
                    ends[1 - low] = ends[low]
                }
                ends[low] = latest
                if isDone { break }
            }
        }
        return (ends[low].loss, ends[low].gradient, ends[low].step)
    }

    /// Where a cubic through two points with their slopes is least, within a range.
    private static func interpolate(_ a: Point, _ b: Point, _ range: (Double, Double)) -> Double {
        let d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.step - b.step)
        let square = d1 * d1 - a.slope * b.slope
        if !(square >= 0) { return (range.0 + range.1) / 2 }
        let d2 = square.squareRoot()
        let (near, far) = a.step <= b.step ? (a, b) : (b, a)
        let place =
            far.step - (far.step - near.step)
            * ((far.slope + d2 - d1) / (far.slope - near.slope + 2 * d2))
        return min(max(place, range.0), range.1)
    }
}
