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
}
