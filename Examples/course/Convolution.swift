import Pinion
import PinionExampleSupport

enum Convolution: Example {
    static let name = "convolution"
    static let about = "Shapes and results of a convolution, with padding and stride, and of max pooling."

    static func run(_ options: Options) throws {
        try options.start()
        let images = Tensor.randn(1, 5, 100, 100)
        let layer = Conv2d(5, 10, kernelSize: 3)
        print(images.shape)
        print(layer(images).shape)
        print(layer.weight.shape)

        let numbers = [3, 4, 6, 5, 7, 2, 4, 6, 8, 2, 1, 6, 7, 8, 4, 9, 7, 4, 6, 2, 3, 7, 5, 4, 1.0]
        let image = Tensor(numbers).view(1, 1, 5, 5)
        let kernel = Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9.0]).view(1, 1, 3, 3)
        let padded = Conv2d(1, 1, kernelSize: 3, padding: 1, bias: false)
        noGrad { _ = padded.weight.copyInPlace(kernel) }
        print(padded(image))

        let strided = Conv2d(1, 1, kernelSize: 3, stride: 2, padding: 1, bias: false)
        noGrad { _ = strided.weight.copyInPlace(kernel) }
        print(strided(image))

        let square = Tensor([3, 4, 6, 5, 2, 4, 6, 8, 1, 6, 7, 8, 9, 7, 4, 6.0]).view(1, 1, 4, 4)
        print(MaxPool2d(2)(square))
    }
}
