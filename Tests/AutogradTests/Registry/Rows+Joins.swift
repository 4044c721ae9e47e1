import PinionAutograd
import PinionTestSupport

let joinRows: [OperationRow] = [
    OperationRow("cat") { s in [cat(s.tensors("input"), dim: s.int("dim", 0))] }.covers("concat", "concatenate"),
    OperationRow("stack") { s in [stack(s.tensors("input"), dim: s.int("dim", 0))] },
    OperationRow("hstack") { s in [hstack(s.tensors("input"))] },
    OperationRow("vstack") { s in [vstack(s.tensors("input"))] }.covers("rowStack"),
    OperationRow("dstack") { s in [dstack(s.tensors("input"))] },
    OperationRow("column_stack") { s in [columnStack(s.tensors("input"))] },
    OperationRow("meshgrid") { s in meshgrid(s.tensors("input"), indexing: s.string("indexing") == "xy" ? .xy : .ij) },
    OperationRow("broadcast_tensors") { s in broadcastTensors(s.tensors) },
    OperationRow("repeat") { s in [s[0].repeat(s.ints("repeats", []))] },
    OperationRow("tile") { s in [s[0].tile(s.ints("dims", []))] }.named("repeat"),
    OperationRow("repeat_interleave") { s in
        if let repeats = s.tensor("repeats") { return [s[0].repeatInterleave(repeats, dim: s.int("dim"))] }
        return [s[0].repeatInterleave(s.int("repeats", 1), dim: s.int("dim"))]
    },
    OperationRow("flip") { s in [s[0].flip(s.ints("dims", []))] },
    OperationRow("fliplr") { s in [s[0].fliplr()] },
    OperationRow("flipud") { s in [s[0].flipud()] },
    OperationRow("roll") { s in
        guard let dims = s.ints("dims"), !dims.isEmpty else { return [s[0].roll(s.int("shifts", 0))] }
        return [s[0].roll(s.ints("shifts", []), dims: dims)]
    },
    OperationRow("rot90") { s in [s[0].rot90(s.int("k", 1), dims: s.ints("dims", [0, 1]))] },
    padRow("pad_constant", .constant), padRow("pad_reflect", .reflect), padRow("pad_replicate", .replicate),
    padRow("pad_circular", .circular),
    OperationRow("tril") { s in [s[0].tril(s.int("diagonal", 0))] }
        .inPlace { s in [s[0].trilInPlace(s.int("diagonal", 0))] },
    OperationRow("triu") { s in [s[0].triu(s.int("diagonal", 0))] }
        .inPlace { s in [s[0].triuInPlace(s.int("diagonal", 0))] },
    OperationRow("diag") { s in [s[0].diag(s.int("diagonal", 0))] },
    OperationRow("diag_embed") { s in
        [s[0].diagEmbed(offset: s.int("offset", 0), dim1: s.int("dim1", -2), dim2: s.int("dim2", -1))]
    },
]

private func padRow(_ name: String, _ mode: PaddingMode) -> OperationRow {
    OperationRow(name) { s in [s[0].pad(s.ints("pad", []), mode: mode, value: s.double("value", 0))] }.named("pad")
}
