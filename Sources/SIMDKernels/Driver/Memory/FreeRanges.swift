/// The free part of a stretch of memory, in pieces that are sorted by place. Pieces that touch are one, but for those
/// whose pages are kept and those whose pages the system has.
struct FreeRanges {
    struct Piece: Equatable {
        var start: Int
        var end: Int
        /// Whether it holds its pages.
        var isKept: Bool

        var count: Int { end - start }
    }

    private(set) var pieces: [Piece]
    /// Bytes of pieces that hold their pages.
    private(set) var keptCount = 0

    /// All of `count` bytes is free, and the system has its pages.
    init(count: Int) { pieces = [Piece(start: 0, end: count, isKept: false)] }

    /// Takes `count` bytes: of the shortest kept piece that has them, or else from where most pages are kept.
    ///
    /// - Returns: where they begin, and how many of them hold their pages; nil where no free stretch is long enough.
    mutating func take(_ count: Int) -> (start: Int, keptCount: Int)? {
        var best: Int?
        for (index, piece) in pieces.enumerated() where piece.isKept && piece.count >= count {
            if best.map({ piece.count < pieces[$0].count }) ?? true { best = index }
        }
        guard let start = best.map({ pieces[$0].start }) ?? startAmongTouching(count) else { return nil }
        return (start, remove(start, start + count))
    }

    /// The start of a piece from which `count` bytes are free, with the most kept ones among them.
    private func startAmongTouching(_ count: Int) -> Int? {
        var found: (start: Int, kept: Int)?
        for first in pieces.indices {
            let limit = pieces[first].start + count
            var (index, end, kept) = (first, pieces[first].start, 0)
            while end < limit, index < pieces.count, pieces[index].start == end {
                end = pieces[index].end
                if pieces[index].isKept { kept += min(limit, end) - pieces[index].start }
                index += 1
            }
            if end >= limit && kept > (found?.kept ?? -1) { found = (pieces[first].start, kept) }
        }
        return found?.start
    }

    /// Takes a free stretch out, which begins where a piece does; how much of it was kept.
    private mutating func remove(_ start: Int, _ end: Int) -> Int {
        let first = index(from: start)
        var last = first
        var kept = 0
        while last < pieces.count && pieces[last].start < end {
            if pieces[last].isKept { kept += min(end, pieces[last].end) - pieces[last].start }
            last += 1
        }
        var rest = pieces[last - 1]
        rest.start = end
        pieces.replaceSubrange(first..<last, with: rest.count > 0 ? [rest] : [])
        keptCount -= kept
        return kept
    }

    /// Gives a stretch back, with its pages or without.
    mutating func give(_ start: Int, count: Int, isKept: Bool = true) {
        if isKept { keptCount += count }
        insert(Piece(start: start, end: start + count, isKept: isKept))
    }

    /// Lets go of the pages of `count` kept bytes or a little more, from the ends of the longest pieces; `release` gives
    /// a stretch's pages to the system.
    mutating func release(_ count: Int, _ release: (_ start: Int, _ count: Int) -> Void) {
        var left = count
        while left > 0, let longest = pieces.indices.filter({ pieces[$0].isKept }).max(by: { shorter($0, $1) }) {
            let piece = pieces[longest]
            let start = max(piece.start, piece.end - (left + Arena.page - 1) / Arena.page * Arena.page)
            let released = piece.end - start
            release(start, released)
            left -= released
            keptCount -= released
            pieces[longest].end = start
            if pieces[longest].count == 0 { pieces.remove(at: longest) }
            give(start, count: released, isKept: false)
        }
    }

    private func shorter(_ a: Int, _ b: Int) -> Bool { pieces[a].count < pieces[b].count }

    private mutating func insert(_ piece: Piece) {
        var piece = piece
        var (first, last) = (index(from: piece.start), index(from: piece.start))
        if first > 0 && joins(pieces[first - 1], piece) {
            first -= 1
            piece.start = pieces[first].start
        }
        if last < pieces.count && joins(piece, pieces[last]) {
            piece.end = pieces[last].end
            last += 1
        }
        pieces.replaceSubrange(first..<last, with: CollectionOfOne(piece))
    }

    private func joins(_ a: Piece, _ b: Piece) -> Bool { a.end == b.start && a.isKept == b.isKept }

    /// The first piece that begins at `start` or behind it.
    private func index(from start: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
