import Pinion

/// Residual network of 18 layers for images [N, 3, H, W] and 1000 classes (He et al., 2015): structure, names,
/// initialisation and the 11,689,512 parameters of torchvision's `resnet18`.
final class ResNet18: Module {
    let conv1 = Conv2d(3, 64, kernelSize: 7, stride: 2, padding: 3, bias: false)
    let bn1 = BatchNorm2d(64)
    let relu = ReLU(inplace: true)
    let maxpool = MaxPool2d(3, stride: 2, padding: 1)
    let layer1 = Sequential(BasicBlock(64, 64), BasicBlock(64, 64))
    let layer2 = Sequential(BasicBlock(64, 128, stride: 2), BasicBlock(128, 128))
    let layer3 = Sequential(BasicBlock(128, 256, stride: 2), BasicBlock(256, 256))
    let layer4 = Sequential(BasicBlock(256, 512, stride: 2), BasicBlock(512, 512))
    let avgpool = AdaptiveAvgPool2d([1, 1])
    let fc = Linear(512, 1000)

    override init() {
        super.init()
        for case let layer as Conv2d in modules() {
            kaimingNormal(layer.weight, mode: .fanOut, nonlinearity: .relu)
        }
    }

    override func forward(_ x: Tensor) -> Tensor {
        var x = maxpool(relu(bn1(conv1(x))))
        x = layer4(layer3(layer2(layer1(x))))
        return fc(avgpool(x).flatten(startDim: 1))
    }
}

/// Two convolutions whose result is added to the input, which a convolution fits to it where its shape differs.
final class BasicBlock: Module {
    let conv1: Conv2d
    let bn1: BatchNorm2d
    let relu = ReLU(inplace: true)
    let conv2: Conv2d
    let bn2: BatchNorm2d
    let downsample: Sequential?

    init(_ inputs: Int, _ outputs: Int, stride: Int = 1) {
        conv1 = Conv2d(inputs, outputs, kernelSize: 3, stride: stride, padding: 1, bias: false)
        bn1 = BatchNorm2d(outputs)
        conv2 = Conv2d(outputs, outputs, kernelSize: 3, padding: 1, bias: false)
        bn2 = BatchNorm2d(outputs)
        downsample =
            stride == 1
            ? nil
            : Sequential(
                Conv2d(inputs, outputs, kernelSize: 1, stride: stride, bias: false), BatchNorm2d(outputs))
    }

    override func forward(_ x: Tensor) -> Tensor {
        var y = bn2(conv2(relu(bn1(conv1(x)))))
        y += downsample?(x) ?? x
        return relu(y)
    }
}
