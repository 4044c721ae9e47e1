import Pinion

/// Four hidden layers, each half as wide as the one before.
final class MLP: Module {
    let linear1 = Linear(784, 512)
    let linear2 = Linear(512, 256)
    let linear3 = Linear(256, 128)
    let linear4 = Linear(128, 64)
    let linear5 = Linear(64, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var x = x.view(-1, 784)
        x = relu(linear1(x))
        x = relu(linear2(x))
        x = relu(linear3(x))
        x = relu(linear4(x))
        return linear5(x)
    }
}

/// Two convolutions and a linear layer.
final class CNN: Module {
    let conv1 = Conv2d(1, 10, kernelSize: 5)
    let conv2 = Conv2d(10, 20, kernelSize: 5)
    let pooling = MaxPool2d(2)
    let fc = Linear(320, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var y = relu(pooling(conv1(x)))
        y = relu(pooling(conv2(y)))
        return fc(y.view(x.size(0), -1))
    }
}

/// Three convolutions and two linear layers.
final class DeepCNN: Module {
    let conv1 = Conv2d(1, 10, kernelSize: 5)
    let conv2 = Conv2d(10, 20, kernelSize: 3, padding: 1)
    let conv3 = Conv2d(20, 20, kernelSize: 3, padding: 1)
    let pooling = MaxPool2d(2)
    let l1 = Linear(180, 16)
    let l2 = Linear(16, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var y = pooling(relu(conv1(x)))
        y = pooling(relu(conv2(y)))
        y = pooling(relu(conv3(y)))
        return l2(l1(y.view(x.size(0), -1)))
    }
}

/// Four branches with windows of different sizes, side by side: 88 channels (GoogLeNet's idea).
final class InceptionA: Module {
    let branch1x1, branch5x5_1, branch5x5_2, branch3x3_1, branch3x3_2, branch3x3_3, branch_pool: Conv2d

    init(_ inChannels: Int) {
        // In the order of the course's program, which is that of the random numbers: what a property has beside its
        // declaration would be drawn first.
        branch1x1 = Conv2d(inChannels, 16, kernelSize: 1)
        branch5x5_1 = Conv2d(inChannels, 16, kernelSize: 1)
        branch5x5_2 = Conv2d(16, 24, kernelSize: 5, padding: 2)
        branch3x3_1 = Conv2d(inChannels, 16, kernelSize: 1)
        branch3x3_2 = Conv2d(16, 24, kernelSize: 3, padding: 1)
        branch3x3_3 = Conv2d(24, 24, kernelSize: 3, padding: 1)
        branch_pool = Conv2d(inChannels, 24, kernelSize: 1)
    }

    override func forward(_ x: Tensor) -> Tensor {
        let pooled = avgPool2d(x, 3, stride: 1, padding: 1)
        let branches = [
            branch1x1(x), branch5x5_2(branch5x5_1(x)), branch3x3_3(branch3x3_2(branch3x3_1(x))), branch_pool(pooled),
        ]
        return cat(branches, dim: 1)
    }
}

/// A convolution and an Inception block, twice.
final class Inception: Module {
    let conv1 = Conv2d(1, 10, kernelSize: 5)
    let conv2 = Conv2d(88, 20, kernelSize: 5)
    let incep1 = InceptionA(10)
    let incep2 = InceptionA(20)
    let mp = MaxPool2d(2)
    let fc = Linear(1408, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var y = incep1(relu(mp(conv1(x))))
        y = incep2(relu(mp(conv2(y))))
        return fc(y.view(x.size(0), -1))
    }
}

/// Two convolutions whose result is added to what came in (ResNet's idea).
final class ResidualBlock: Module {
    let conv1: Conv2d
    let conv2: Conv2d

    init(_ channels: Int) {
        conv1 = Conv2d(channels, channels, kernelSize: 3, padding: 1)
        conv2 = Conv2d(channels, channels, kernelSize: 3, padding: 1)
    }

    override func forward(_ x: Tensor) -> Tensor { relu(x + conv2(relu(conv1(x)))) }
}

/// A convolution and a residual block, twice.
final class Residual: Module {
    let conv1 = Conv2d(1, 16, kernelSize: 5)
    let conv2 = Conv2d(16, 32, kernelSize: 5)
    let mp = MaxPool2d(2)
    let rblock1 = ResidualBlock(16)
    let rblock2 = ResidualBlock(32)
    let fc = Linear(512, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var y = rblock1(mp(relu(conv1(x))))
        y = rblock2(mp(relu(conv2(y))))
        return fc(y.view(x.size(0), -1))
    }
}

/// A network of the course by its name, and the momentum that it is trained with.
enum Course: String, CaseIterable {
    case cnn, mlp, inception, residual
    case deepCNN = "deep-cnn"

    static let names = allCases.map(\.rawValue)

    var momentum: Double { self == .deepCNN ? 0 : 0.5 }

    func makeModel() -> Module {
        switch self {
        case .cnn: CNN()
        case .mlp: MLP()
        case .deepCNN: DeepCNN()
        case .inception: Inception()
        case .residual: Residual()
        }
    }
}
