import Foundation
import PinionOptim

/// The schedulers of make_schedules.py, by the same names.
enum ScheduleCases {
    typealias Make = @Sendable (Optimizer) -> [LRScheduler]

    static let all: [String: Make] = [
        "step": { [StepLR($0, stepSize: 30, gamma: 0.5)] },
        "multistep": { [MultiStepLR($0, milestones: [20, 20, 90, 150], gamma: 0.4)] },
        "constant": { [ConstantLR($0, factor: 0.25, totalIters: 17)] },
        "linear": { [LinearLR($0, startFactor: 0.1, endFactor: 0.8, totalIters: 60)] },
        "exponential": { [ExponentialLR($0, gamma: 0.97)] },
        "polynomial": { [PolynomialLR($0, totalIters: 120, power: 1.7)] },
        "cosine": { [CosineAnnealingLR($0, tMax: 35, etaMin: 0.003)] },
        "restarts": { [CosineAnnealingWarmRestarts($0, t0: 9, tMult: 2, etaMin: 0.001)] },
        "restarts-even": { [CosineAnnealingWarmRestarts($0, t0: 13)] },
        "cyclic": { [CyclicLR($0, baseLR: 0.01, maxLR: 0.3, stepSizeUp: 11, stepSizeDown: 23)] },
        "cyclic-halved": { [CyclicLR($0, baseLR: 0.01, maxLR: 0.3, stepSizeUp: 14, mode: .triangular2)] },
        "cyclic-exponential": {
            [CyclicLR($0, baseLR: 0.01, maxLR: 0.3, stepSizeUp: 14, mode: .expRange, gamma: 0.98, cycleMomentum: false)]
        },
        "cyclic-own": {
            [CyclicLR($0, baseLR: 0.01, maxLR: 0.3, stepSizeUp: 9, scaleFn: { 1 / $0 }, cycleMomentum: false)]
        },
        "cyclic-own-steps": {
            [
                CyclicLR(
                    $0, baseLR: 0.01, maxLR: 0.3, stepSizeUp: 9, scaleFn: { 1 / (1 + 0.1 * $0) },
                    scaleMode: .iterations, baseMomentum: 0.5)
            ]
        },
        "swa": { [SWALR($0, swaLR: 0.05, annealEpochs: 30)] },
        "swa-linear": { [SWALR($0, swaLR: [0.4, 0.001], annealEpochs: 7, annealStrategy: .linear)] },
        "swa-at-once": { [SWALR($0, swaLR: 0.03, annealEpochs: 0)] },
        "onecycle": { [OneCycleLR($0, maxLR: 0.4, totalSteps: 220)] },
        "onecycle-linear": { [OneCycleLR($0, maxLR: 0.4, epochs: 50, stepsPerEpoch: 4, annealStrategy: .linear)] },
        "onecycle-three": { [OneCycleLR($0, maxLR: 0.4, totalSteps: 210, pctStart: 0.2, threePhase: true)] },
        "lambda": { [LambdaLR($0) { pow(0.95, Double($0)) }] },
        "multiplicative": { [MultiplicativeLR($0) { $0 % 7 == 0 ? 0.9 : 1 }] },
        "plateau": {
            [ReduceLROnPlateau($0, factor: 0.5, patience: 6, threshold: 0.01, cooldown: 3, minLR: 1e-3)]
        },
        "plateau-max": {
            [ReduceLROnPlateau($0, mode: .max, patience: 8, threshold: 0.05, thresholdMode: .abs)]
        },
        "sequential": {
            let parts: [LRScheduler] = [
                ConstantLR($0, factor: 0.1, totalIters: 10), ExponentialLR($0, gamma: 0.98),
                CosineAnnealingLR($0, tMax: 40),
            ]
            return [SequentialLR($0, schedulers: parts, milestones: [15, 80])]
        },
        "warmup-cosine": {
            let parts = [LinearLR($0, startFactor: 0.05, totalIters: 20), CosineAnnealingLR($0, tMax: 180)]
            return [SequentialLR($0, schedulers: parts, milestones: [20])]
        },
        "chained": {
            let parts: [LRScheduler] = [
                ConstantLR($0, factor: 0.1, totalIters: 25), ExponentialLR($0, gamma: 0.99),
                StepLR($0, stepSize: 50, gamma: 0.5),
            ]
            return [ChainedScheduler(parts)]
        },
        "two": { [ExponentialLR($0, gamma: 0.99), MultiStepLR($0, milestones: [30, 80])] },
    ]

    static func makeOptimizer() -> Optimizer {
        let (p, q) = (Tensor([1.0], requiresGrad: true), Tensor([1.0], requiresGrad: true))
        return SGD([ParamGroup([p]), ParamGroup([q], lr: 0.02)], lr: 0.1, momentum: 0.6)
    }

    /// The first group's learning rates in some epochs.
    static func rates(_ optimizer: Optimizer, _ schedulers: [LRScheduler], _ epochs: Range<Int>) -> [Double] {
        epochs.map { epoch in
            let rate = optimizer.paramGroups[0].lr
            optimizer.step()
            for scheduler in schedulers {
                if let plateau = scheduler as? ReduceLROnPlateau {
                    plateau.step(Double((epoch * 37) % 101) / 50)
                } else {
                    scheduler.step()
                }
            }
            return rate
        }
    }
}
