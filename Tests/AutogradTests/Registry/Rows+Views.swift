import PinionAutograd
import PinionTestSupport

/// An operation that there is only in place; its row is that on a copy.
private func writingRow(
    _ name: String, _ write: @escaping @Sendable (OperationCall, Tensor) -> Tensor
) -> OperationRow {
    let row = OperationRow(name) { s in [write(s, s[0].clone())] }.inPlace { s in [write(s, s[0])] }
    return row.named(row.names[0] + "InPlace")
}

let viewRows: [OperationRow] = [
    OperationRow("view") { s in [s[0].view(s.ints("shape", []))] }.excused(
        from: .memoryVariants, .expanded, because: "views depend on the layout"),
    OperationRow("reshape") { s in [s[0].reshape(s.ints("shape", []))] },
    OperationRow("flatten") { s in [s[0].flatten(startDim: s.int("start_dim", 0), endDim: s.int("end_dim", -1))] }
        .named("reshape"),
    OperationRow("unflatten") { s in [s[0].unflatten(s.int("dim", 0), s.ints("sizes", []))] },
    OperationRow("ravel") { s in [s[0].ravel()] },
    OperationRow("squeeze") { s in [s.int("dim").map { s[0].squeeze($0) } ?? s[0].squeeze()] }
        .inPlace { s in [s.int("dim").map { s[0].squeezeInPlace($0) } ?? s[0].squeezeInPlace()] },
    OperationRow("squeeze_dims") { s in [s[0].squeeze(s.ints("dim", []))] }.named("squeeze"),
    OperationRow("unsqueeze") { s in [s[0].unsqueeze(s.int("dim", 0))] }
        .inPlace { s in [s[0].unsqueezeInPlace(s.int("dim", 0))] },
    OperationRow("permute") { s in [s[0].permute(s.ints("dims", []))] },
    OperationRow("transpose") { s in [s[0].transpose(s.int("dim0", 0), s.int("dim1", 0))] }
        .inPlace { s in [s[0].transposeInPlace(s.int("dim0", 0), s.int("dim1", 0))] }.covers(
            "swapaxes", "swapdims", "adjoint"),
    OperationRow("t") { s in [s[0].t()] }.inPlace { s in [s[0].tInPlace()] },
    OperationRow("view_as") { s in [s[0].viewAs(s[1])] }.named("view").excused(
        from: .memoryVariants, .expanded, because: "views depend on the layout"),
    OperationRow("reshape_as") { s in [s[0].reshapeAs(s[1])] }.named("reshape"),
    OperationRow("mT") { s in [s[0].mT] }.named("mT"),
    OperationRow("movedim") { s in [s[0].movedim(s.ints("source", []), s.ints("destination", []))] }
        .covers("moveaxis"),
    OperationRow("expand") { s in [s[0].expand(s.ints("shape", []))] },
    OperationRow("expand_as") { s in [s[0].expandAs(s[1])] },
    OperationRow("broadcast_to") { s in [s[0].broadcastTo(s.ints("shape", []))] },
    OperationRow("narrow") { s in [s[0].narrow(s.int("dim", 0), s.int("start", 0), s.int("length", 0))] },
    OperationRow("select") { s in [s[0].select(s.int("dim", 0), s.int("index", 0))] },
    OperationRow("unfold") { s in [s[0].unfold(s.int("dimension", 0), s.int("size", 0), s.int("step", 1))] },
    OperationRow("as_strided") { s in
        [s[0].asStrided(s.ints("size", []), s.ints("stride", []), s.int("storage_offset"))]
    }.excused(from: .memoryVariants, .expanded, because: "it looks at memory, which lies otherwise"),
    OperationRow("diagonal") { s in
        [s[0].diagonal(offset: s.int("offset", 0), dim1: s.int("dim1", 0), dim2: s.int("dim2", 1))]
    },
    OperationRow("split") { s in s[0].split(s.int("split_size", 1), dim: s.int("dim", 0)) },
    OperationRow("split_sizes") { s in s[0].split(s.ints("split_sizes", []), dim: s.int("dim", 0)) }.named("split")
        .covers("splitWithSizes"),
    OperationRow("chunk") { s in s[0].chunk(s.int("chunks", 1), dim: s.int("dim", 0)) },
    OperationRow("unbind") { s in s[0].unbind(s.int("dim", 0)) },
    OperationRow("tensor_split") { s in
        if let sections = s.int("sections") { return s[0].tensorSplit(sections, dim: s.int("dim", 0)) }
        return s[0].tensorSplit(s.ints("sections", []), dim: s.int("dim", 0))
    },
    OperationRow("hsplit") { s in s.int("sections").map { s[0].hsplit($0) } ?? s[0].hsplit(s.ints("sections", [])) },
    OperationRow("vsplit") { s in s.int("sections").map { s[0].vsplit($0) } ?? s[0].vsplit(s.ints("sections", [])) },
    OperationRow("dsplit") { s in s.int("sections").map { s[0].dsplit($0) } ?? s[0].dsplit(s.ints("sections", [])) },
    OperationRow("clone") { s in [s[0].clone()] },
    OperationRow("contiguous") { s in [s[0].contiguous()] },
    writingRow("fill") { s, x in
        if let value = s.scalar("value") { return x.fillInPlace(value) }
        return x.fillInPlace(s[1])
    },
    writingRow("zero") { _, x in x.zeroInPlace() },
    writingRow("copy") { s, x in x.copyInPlace(s[1]) },
    writingRow("fill_diagonal") { s, x in
        x.fillDiagonalInPlace(s.scalar("value") ?? AnyScalar(.int(0)), wrap: s.bool("wrap", false))
    },
]
