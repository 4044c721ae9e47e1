"""Views, joins and indexing for make_registry.py."""
import torch

from registry_samples import Operation as Op, small


def fills():
    yield small(2, 3), [2.5]
    yield small(3, 2).detach().t().requires_grad_(), [small()]
    yield torch.ones(2, 2).int(), [7.0]
    yield small(2), [small(2)]


def copies():
    yield small(2, 3), [small(3)]
    yield small(3, 2).detach().t().requires_grad_(), [small(2, 1).float()]
    yield torch.ones(2, 2).int(), [torch.tensor([2.75, -1])]
    yield small(), [small()]


def diagonals():
    yield small(3, 3), [1.5]
    yield small(5, 2), [1.5, True]
    yield small(5, 2), [1.5]
    yield small(2, 2, 2), [-1]
    yield torch.zeros(2, 3).int(), [7]


def op(name, params="", opinfo=None, **more):
    return Op(name, params, opinfo=opinfo, most=4, **more)


FAMILIES = {
    "views": [
        op("view", "shape", skip=lambda named: "dtype" in str(named)), op("reshape", "shape"),
        op("flatten", "start_dim end_dim"), op("unflatten", "dim sizes"), op("ravel"),
        op("squeeze", "dim"), op("squeeze_dims", "dim", "squeeze.multiple"), op("unsqueeze", "dim"),
        op("permute", "dims"), op("transpose", "dim0 dim1"), op("t"), op("mT"),
        op("movedim", "source destination"), op("expand", "shape"), op("expand_as", "other"),
        op("broadcast_to", "shape"), op("narrow", "dim start length", skip=lambda named: "tensor" in str(named)),
        op("select", "dim index"), op("unfold", "dimension size step"),
        op("as_strided", "size stride storage_offset"), op("diagonal", "offset dim1 dim2"),
        op("split", "split_size dim"), op("split_sizes", "split_sizes dim", "split.list_args"),
        op("chunk", "chunks dim"), op("unbind", "dim"),
        op("tensor_split", "sections dim", skip=lambda named: "tensor" in str(named)),
        op("hsplit", "sections"), op("vsplit", "sections"), op("dsplit", "sections"), op("clone"), op("contiguous"),
        op("view_as", "other"), op("reshape_as", "other"),
        op("fill", "value", "", call=lambda x, value: x.clone().fill_(value), extra=fills),
        op("zero", "", "", call=lambda x: x.clone().zero_(), extra=lambda: [(small(2, 3),), (torch.ones(3).int(),)]),
        op("copy", "src", "", call=lambda x, src: x.clone().copy_(src), extra=copies),
        op("fill_diagonal", "value wrap", "", call=lambda x, *v: x.clone().fill_diagonal_(*v), extra=diagonals),
    ],
    "joins": [
        op("cat", "dim"), op("stack", "dim"), op("hstack"), op("vstack"), op("dstack"),
        op("column_stack"), op("meshgrid", rest="others", opinfo="meshgrid.list_of_tensors"),
        op("broadcast_tensors", rest="others"),
        op("repeat", "repeats"), op("tile", "dims"), op("repeat_interleave", "repeats dim"), op("flip", "dims"),
        op("fliplr"), op("flipud"), op("roll", "shifts dims"), op("rot90", "k dims"),
        op("pad_constant", "pad mode value", "nn.functional.pad.constant"), op("pad_reflect", "pad mode value", "nn.functional.pad.reflect"),
        op("pad_replicate", "pad mode value", "nn.functional.pad.replicate"),
        op("pad_circular", "pad mode value", "nn.functional.pad.circular"),
        op("tril", "diagonal"), op("triu", "diagonal"), op("diag", "diagonal"), op("diag_embed", "offset dim1 dim2"),
    ],
    "index": [
        op("gather", "dim index"), op("scatter", "dim index src", skip=lambda named: "reduce" in named),
        op("scatter_add", "dim index src"),
        *[op(f"scatter_reduce_{name}", "dim index src reduce", f"scatter_reduce.{name}")
          for name in ["sum", "prod", "mean", "amax", "amin"]],
        op("index_select", "dim index"), op("index_add", "dim index source"), op("index_copy", "dim index source"),
        op("index_fill", "dim index value"), op("index_put", "indices values"), op("masked_select", "mask"),
        op("masked_fill", "mask value"), op("masked_scatter", "mask source"), op("take", "index"),
        op("put", "index source accumulate"), op("take_along_dim", "indices dim"), op("nonzero"), op("argwhere"),
        op("one_hot", "num_classes", "nn.functional.one_hot"),
    ],
}
