import PinionAutograd

/// Images in memory with their classes; sample i is `(image, label)`, the image of float32 from 0 to 1 in shape
/// [C, H, W], after the transform if there is one.
public struct LabeledImages: Dataset {
    /// All images, as they are stored: [N, C, H, W] of uint8.
    public let images: Tensor
    /// The class of each image.
    public let labels: [Int]
    private let largest: Double
    private let transform: (any Transform)?

    /// - Parameters:
    ///   - images: [N, C, H, W], of any dtype.
    ///   - labels: a class for each image.
    ///   - largest: the stored value that becomes 1.
    ///   - transform: what is done to an image when it is read.
    public init(_ images: Tensor, labels: [Int], largest: Double = 255, transform: (any Transform)? = nil) {
        attempt(else: ()) { () throws(TensorError) in
            if images.ndim != 4 || images.shape[0] != labels.count {
                throw TensorError(
                    "LabeledImages", .shape,
                    "expected images of shape [N, C, H, W] and N labels, got \(images.shape) and \(labels.count)")
            }
        }
        self.images = images
        self.labels = labels
        self.largest = largest
        self.transform = transform
    }

    public var count: Int { labels.count }

    public subscript(index: Int) -> (Tensor, Int) {
        get throws {
            let index = try place(index, "\(Self.self)")
            let image = images.select(0, index).to(.float32) / largest
            return (try transform?(image) ?? image, labels[index])
        }
    }
}

/// A collection of images with classes that many know by name.
public protocol ImageDataset: Dataset where Sample == (Tensor, Int) {
    /// The images with their labels.
    var data: LabeledImages { get }
    /// The names of the classes.
    static var classes: [String] { get }
}

extension ImageDataset {
    /// All images as they are stored, [N, C, H, W].
    public var images: Tensor { data.images }
    /// The class of each image, as an int64 tensor.
    public var targets: Tensor { Tensor(data.labels) }
    public var count: Int { data.count }
    public subscript(index: Int) -> (Tensor, Int) { get throws { try data[index] } }
}
