import Pinion

/// The small networks that several groups use.
enum Models {
    /// A classifier of images of 28 x 28, flattened.
    static func mlp() -> Sequential {
        Sequential(
            Linear(784, 512), ReLU(), Linear(512, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 64), ReLU(),
            Linear(64, 10))
    }

    /// A classifier of images [N, 3, 32, 32].
    static func cifar() -> Sequential {
        Sequential(stage(3, 32), stage(32, 64), stage(64, 128), Flatten(), Dropout(0.5), Linear(2048, 10))
    }

    private static func stage(_ inputs: Int, _ outputs: Int) -> Sequential {
        Sequential(
            Conv2d(inputs, outputs, kernelSize: 3, padding: 1), BatchNorm2d(outputs), ReLU(), MaxPool2d(2))
    }
}
