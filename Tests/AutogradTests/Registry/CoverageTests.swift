import Foundation
import PinionTestSupport
import Testing

/// Every public operation of the Autograd module has a row.
@Suite struct CoverageTests {
    /// Public functions that are no operations on tensors' elements, or that have tests of another kind.
    static let exempt: [String: String] = [:]

    /// Operations whose row is still to be written. To be empty.
    static let pending = Set(
        """
        addbmm addbmmInPlace addmm addmmInPlace addmv addmvInPlace addr addrInPlace argsort argwhere asStrided
        baddbmm baddbmmInPlace bmm broadcastTensors broadcastTo cat chainMatmul cholesky choleskyInverse
        choleskySolve chunk clone columnStack concat cond contiguous copyInPlace cross det diag diagEmbed diagonal
        dot dsplit dstack eigh eigvalsh einsum expand expandAs fillDiagonalInPlace fillInPlace flatten flip fliplr
        flipud gather ger hsplit hstack indexAdd indexAddInPlace indexCopy indexCopyInPlace indexFill
        indexFillInPlace indexPut indexPutInPlace indexSelect inner inv inverse kron kthvalue linear logdet lstsq
        lu maskedFill maskedFillInPlace maskedScatter maskedScatterInPlace maskedSelect matmul matrixNorm
        matrixPower matrixRank median meshgrid mm mode movedim msort multiDot mv nanmedian nanquantile narrow
        nonzero oneHot outer pad permute pinv pinverse put putInPlace qr quantile ravel repeat repeatInterleave
        reshape reshapeAs roll rot90 scatter scatterAdd scatterAddInPlace scatterInPlace scatterReduce
        scatterReduceInPlace select slice slogdet solve solveTriangular sort split squeeze squeezeInPlace stack
        svd svdvals swapaxes swapdims t tInPlace take takeAlongDim tensorSplit tensordot tile topk transpose
        transposeInPlace tril trilInPlace triu triuInPlace unbind unflatten unfold unsqueeze unsqueezeInPlace vdot
        view viewAs vsplit vstack zeroInPlace
        unique uniqueConsecutive searchsorted bucketize isin bincount histc
        """.split { $0 == " " || $0 == "\n" }.map { String($0) })

    @Test func everyOperationHasARow() throws {
        let missing = try Set(Self.publicOperations()).subtracting(Self.covered).subtracting(Self.exempt.keys)
        let unexpected = missing.subtracting(Self.pending).sorted()
        print("operations without a row: \(missing.sorted().joined(separator: " "))")
        print("no longer pending: \(Self.pending.subtracting(missing).sorted().joined(separator: " "))")
        #expect(unexpected.isEmpty, "add rows (see Registry.swift) for \(unexpected.joined(separator: ", "))")
    }

    private static var covered: Set<String> {
        var names: Set<String> = []
        for row in Registry.rows {
            let own = row.names + row.alsoCovered
            names.formUnion(own)
            if row.inPlaceBody != nil { names.formUnion(own.map { $0 + "InPlace" }) }
        }
        return names
    }

    /// The names of public functions in the folders of operations.
    private static func publicOperations() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Autograd")
        let others = ["Engine", "Functional", "Random", "Exchange", "Create"]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { file in
            file.pathExtension == "swift" && !others.contains(file.deletingLastPathComponent().lastPathComponent)
        }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(name)
        }
    }

    /// The name a line declares as a public function.
    private static func name(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard words.first == "public", let keyword = words.firstIndex(of: "func"), keyword + 1 < words.count else {
            return nil
        }
        let name = words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "`" }.filter { $0 != "`" }
        return name.isEmpty ? nil : String(name)
    }
}
