import PinionTensor

extension Dataset {
    /// A sample's place from 0 on; negative ones count from the end, as in PyTorch.
    func place(_ index: Int, _ name: String) throws(TensorError) -> Int {
        let place = index < 0 ? index + count : index
        if 0..<count ~= place { return place }
        throw TensorError(name, .index, "index \(index) is out of bounds for a dataset of \(count) samples")
    }
}
