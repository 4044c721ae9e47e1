/// Outputs that are computed at a time: some rows of one depth of one image.
struct Band {
    var image: Int
    var depth: Int
    var firstRow: Int
    var rows: Int
}

/// The bands of all images; the last of a depth may have fewer rows than the others.
struct OutputBands {
    let shape: ConvolutionShape
    /// Output rows of a band.
    let rows: Int

    private var perDepth: Int { (shape.output.y + rows - 1) / rows }
    var count: Int { shape.images * shape.output.x * perDepth }

    subscript(index: Int) -> Band {
        let (slice, part) = index.quotientAndRemainder(dividingBy: perDepth)
        let (image, depth) = slice.quotientAndRemainder(dividingBy: shape.output.x)
        let first = part * rows
        return Band(image: image, depth: depth, firstRow: first, rows: min(rows, shape.output.y - first))
    }
}
