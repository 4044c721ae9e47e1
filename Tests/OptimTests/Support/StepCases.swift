import PinionOptim

/// The optimizers of make_steps.py, by the same names.
enum StepCases {
    typealias Make = @Sendable ([Tensor]) -> Optimizer

    static let sgd: [String: Make] = [
        "sgd": { SGD($0, lr: 0.1) },
        "sgd-momentum": { SGD($0, lr: 0.1, momentum: 0.5) },
        "sgd-dampening": { SGD($0, lr: 0.1, momentum: 0.9, dampening: 0.3, weightDecay: 0.01) },
        "sgd-nesterov": { SGD($0, lr: 0.1, momentum: 0.9, weightDecay: 0.01, nesterov: true) },
        "sgd-maximize": { SGD($0, lr: 0.1, momentum: 0.9, weightDecay: 0.01, maximize: true) },
        "sgd-groups": {
            SGD([ParamGroup([$0[0]]), ParamGroup([$0[1]], lr: 0.02, momentum: 0.8)], lr: 0.1, weightDecay: 0.02)
        },
    ]

    static let adam: [String: Make] = [
        "adam": { Adam($0, lr: 0.01) },
        "adam-amsgrad": { Adam($0, lr: 0.02, betas: (0.8, 0.99), weightDecay: 0.01, amsgrad: true) },
        "adam-maximize": { Adam($0, lr: 0.02, weightDecay: 0.01, maximize: true) },
        "adam-beta": { Adam($0, lr: 0.005, betas: (0.4, 0.99), eps: 1e-2) },
        "adam-groups": {
            let second = ParamGroup([$0[1]], lr: 0.002, options: ["betas": .tuple([0.5, 0.9])])
            return Adam([ParamGroup([$0[0]]), second], lr: 0.01)
        },
        "adamw": { AdamW($0, lr: 0.01) },
        "adamw-amsgrad": { AdamW($0, lr: 0.02, weightDecay: 0.1, amsgrad: true) },
    ]

    static let adaptive: [String: Make] = [
        "adamax": { Adamax($0, lr: 0.01) },
        "adamax-decay": { Adamax($0, betas: (0.8, 0.99), weightDecay: 0.02, maximize: true) },
        "nadam": { NAdam($0, lr: 0.01) },
        "nadam-decay": { NAdam($0, weightDecay: 0.02, momentumDecay: 0.01, maximize: true) },
        "nadam-decoupled": { NAdam($0, weightDecay: 0.05, decoupledWeightDecay: true) },
        "radam": { RAdam($0, lr: 0.01) },
        "radam-decay": { RAdam($0, lr: 0.02, betas: (0.8, 0.95), weightDecay: 0.02, maximize: true) },
        "radam-decoupled": { RAdam($0, lr: 0.02, weightDecay: 0.05, decoupledWeightDecay: true) },
        "adagrad": { Adagrad($0) },
        "adagrad-decay": {
            Adagrad($0, lr: 0.1, lrDecay: 0.01, weightDecay: 0.02, initialAccumulatorValue: 0.1, maximize: true)
        },
        "adadelta": { Adadelta($0) },
        "adadelta-decay": { Adadelta($0, lr: 0.5, rho: 0.8, eps: 1e-5, weightDecay: 0.02, maximize: true) },
        "rmsprop": { RMSprop($0, lr: 0.01) },
        "rmsprop-momentum": { RMSprop($0, lr: 0.002, weightDecay: 0.02, momentum: 0.8, maximize: true) },
        "rmsprop-centered": { RMSprop($0, lr: 0.005, alpha: 0.9, eps: 1e-3, momentum: 0.5, centered: true) },
    ]

    static let others: [String: Make] = [
        "rprop": { Rprop($0, stepSizes: (1e-6, 0.05)) },
        "rprop-etas": { Rprop($0, lr: 0.02, etas: (0.6, 1.1), stepSizes: (1e-3, 0.1), maximize: true) },
        "asgd": { ASGD($0, lr: 0.1) },
        "asgd-average": {
            ASGD($0, lr: 0.1, lambd: 0.01, alpha: 0.6, t0: 10, weightDecay: 0.02, maximize: true)
        },
        "lbfgs": { LBFGS($0, lr: 0.1, maxIter: 1, historySize: 5) },
        "lbfgs-wolfe": { LBFGS($0, maxIter: 1, historySize: 4, lineSearchFn: .strongWolfe) },
        "lbfgs-long": { LBFGS($0, maxIter: 2, maxEval: 5, lineSearchFn: .strongWolfe) },
    ]

    static let all = sgd.merging(adam) { $1 }.merging(adaptive) { $1 }.merging(others) { $1 }
}
