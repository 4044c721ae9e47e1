/// What tiles of one size cost, in measured cycles.
struct WinogradCosts {
    /// Transforms of a tile for a channel, and for a filter.
    let channel: Double
    let filter: Double
    /// What a channel of a filter takes once, however many tiles there are.
    let weight: Double

    /// The tiles that are fastest, where direct sums are not.
    ///
    /// - Parameters:
    ///   - rate: multiply-adds of a cycle; direct sums take 14.
    ///   - four: none where tiles of four by four are not to be taken.
    static func fastest(_ shape: ConvolutionShape, rate: Double, two: Self, four: Self?) -> WinogradTile? {
        let (channels, filters) = (Double(shape.groupChannels), Double(shape.groupFilters))
        func cycles(_ tile: WinogradTile, _ costs: Self) -> Double {
            let count = Double(WinogradTiles.count(shape, tile))
            let products = channels * filters * Double(tile.places) / rate
            return count * (products + costs.channel * channels + costs.filter * filters)
                + costs.weight * channels * filters
        }
        let direct = Double(shape.outputPlane * shape.images) * channels * filters * 9 / 14
        let cyclesOfTwo = cycles(.two, two)
        let cyclesOfFour = four.map { cycles(.four, $0) } ?? .infinity
        if min(cyclesOfTwo, cyclesOfFour) >= direct { return nil }
        return cyclesOfTwo < cyclesOfFour ? .two : .four
    }
}
