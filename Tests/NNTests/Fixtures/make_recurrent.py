"""Recurrent layers of PyTorch: draws, printed forms, results, states and gradients, packed sequences.

python3 make_recurrent.py > recurrent.txt. A line a case, fields between semicolons: key; shape; numbers.
"""
import warnings

import torch
from torch import nn
from torch.nn.utils import rnn

warnings.filterwarnings("ignore")
INPUT, HIDDEN, STEPS, BATCH = 2, 3, 4, 3
LENGTHS = [2, 4, 1]
CELLS = {
    "tanh": lambda **k: nn.RNN(INPUT, HIDDEN, **k), "relu": lambda **k: nn.RNN(INPUT, HIDDEN, nonlinearity="relu", **k),
    "lstm": lambda **k: nn.LSTM(INPUT, HIDDEN, **k), "gru": lambda **k: nn.GRU(INPUT, HIDDEN, **k),
    "projected": lambda **k: nn.LSTM(INPUT, HIDDEN, proj_size=2, **k),
}


def emit(key, tensor, digits=9):
    shape = ",".join(map(str, tensor.shape))
    numbers = " ".join(f"{v:.{digits}g}" for v in tensor.detach().double().flatten().tolist())
    print(f"{key};{shape};{numbers}")


def wave(shape, start=0.3):
    """sin(start), sin(start + 0.7), … in the given shape."""
    count = torch.Size(shape).numel()
    return torch.sin(torch.arange(count, dtype=torch.float64) * 0.7 + start).reshape(shape)


def loss(tensors):
    return sum((t * wave(t.shape)).sum() for t in tensors)


def emit_run(key, model, x, states, results):
    """Results in full; of each gradient its product with a wave."""
    loss(results).backward()
    for name, tensor in zip(["y", "h", "c"], results):
        emit(f"{key} {name}", tensor)
    emit(f"{key} gx", x.grad)
    digests = [(t.grad * wave(t.shape)).sum() for t in states + list(model.parameters())]
    emit(f"{key} digests", torch.stack(digests))


def flat(results):
    output, states = results
    return [output.data if isinstance(output, rnn.PackedSequence) else output] + (
        list(states) if isinstance(states, tuple) else [states])


def layers():
    for name, make in CELLS.items():
        for count in (1, 2):
            for bidirectional in (False, True):
                for form in ("plain", "batchFirst", "packed", "unbatched"):
                    if form == "unbatched" and count != bidirectional + 1:
                        continue
                    torch.manual_seed(3)
                    bias = form != "batchFirst" or count == 2
                    model = make(num_layers=count, bidirectional=bidirectional, bias=bias,
                                 batch_first=form == "batchFirst").double()
                    batch = () if form == "unbatched" else (BATCH,)
                    shape = batch + (STEPS, INPUT) if form == "batchFirst" else (STEPS,) + batch + (INPUT,)
                    x = wave(shape).requires_grad_()
                    groups = count * (bidirectional + 1)
                    sizes = [2 if name == "projected" else HIDDEN] + [HIDDEN] * (name in ("lstm", "projected"))
                    states = [wave((groups,) + batch + (size,), 1.0 + i).requires_grad_() for i, size in enumerate(sizes)]
                    given = tuple(states) if len(states) == 2 else states[0]
                    data = rnn.pack_padded_sequence(x, LENGTHS, enforce_sorted=False) if form == "packed" else x
                    key = f"{name} {count} {str(bidirectional).lower()} {form}"
                    emit_run(key, model, x, states, flat(model(data, given)))


def cells():
    makes = {"tanh": nn.RNNCell, "relu": lambda *a: nn.RNNCell(*a, nonlinearity="relu"), "gru": nn.GRUCell,
             "lstm": nn.LSTMCell}
    for name, make in makes.items():
        torch.manual_seed(3)
        model = make(INPUT, HIDDEN).double()
        x = wave((BATCH, INPUT)).requires_grad_()
        states = [wave((BATCH, HIDDEN), 1.0 + i).requires_grad_() for i in range(2 if name == "lstm" else 1)]
        results = model(x, tuple(states) if name == "lstm" else states[0])
        emit_run(f"cell {name}", model, x, states, list(results) if name == "lstm" else [results])
        without = model(x[0])
        emit(f"cell {name} first", without[0] if name == "lstm" else without)


def draws():
    for name, model in [("lstm", lambda: nn.LSTM(2, 3, 2, bidirectional=True, proj_size=2)),
                        ("gru", lambda: nn.GRU(2, 3, 2, bias=False)), ("rnn", lambda: nn.RNN(3, 2, bidirectional=True)),
                        ("cell", lambda: nn.LSTMCell(3, 2))]:
        torch.manual_seed(7)
        for key, value in model().state_dict().items():
            emit(f"draw {name} {key}", value, 17)


def prints():
    models = [nn.RNN(4, 6), nn.RNN(4, 6, 2, nonlinearity="relu", dropout=0.5, bias=False, batch_first=True,
                                   bidirectional=True), nn.LSTM(4, 6, 2, proj_size=3), nn.GRU(4, 6, bidirectional=True),
              nn.RNNCell(3, 4), nn.RNNCell(3, 4, bias=False, nonlinearity="relu"), nn.LSTMCell(3, 4, False),
              nn.GRUCell(3, 4)]
    for index, model in enumerate(models):
        print(f"print {index};;{model}")


def dropouts():
    for name, make in (("lstm", nn.LSTM), ("gru", nn.GRU)):
        torch.manual_seed(5)
        model = make(INPUT, HIDDEN, 3, dropout=0.4, bidirectional=True)
        x = wave((STEPS, BATCH, INPUT)).float()
        emit(f"dropout {name}", model(x)[0])
        packed = rnn.pack_padded_sequence(x, LENGTHS, enforce_sorted=False)
        emit(f"dropout {name} packed", model(packed)[0].data)


def packing():
    for first in (False, True):
        x = wave((BATCH, STEPS, 2) if first else (STEPS, BATCH, 2)).requires_grad_()
        packed = rnn.pack_padded_sequence(x, LENGTHS, batch_first=first, enforce_sorted=False)
        (packed.data * wave(packed.data.shape)).sum().backward()
        key = f"pack {str(first).lower()}"
        emit(f"{key} data", packed.data)
        emit(f"{key} gx", x.grad)
        emit(f"{key} sizes", packed.batch_sizes)
        emit(f"{key} sorted", packed.sorted_indices)
        emit(f"{key} unsorted", packed.unsorted_indices)
        data = packed.data.detach().requires_grad_()
        again = rnn.PackedSequence(data, packed.batch_sizes, packed.sorted_indices)
        padded, lengths = rnn.pad_packed_sequence(again, batch_first=first, padding_value=-1.5, total_length=5)
        loss([padded]).backward()
        emit(f"{key} padded", padded)
        emit(f"{key} lengths", lengths)
        emit(f"{key} gdata", data.grad)
    sequences = [wave((length, 2), length) for length in LENGTHS]
    for side in ("left", "right"):
        for first in (False, True):
            padded = rnn.pad_sequence(sequences, batch_first=first, padding_value=9, padding_side=side)
            emit(f"pad {side} {str(first).lower()}", padded)
    emit("packSequence", rnn.pack_sequence(sequences, enforce_sorted=False).data)


layers()
cells()
draws()
prints()
dropouts()
packing()
