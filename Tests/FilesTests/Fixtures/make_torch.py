"""State dicts as torch.save writes them."""
import pathlib

import torch

here = pathlib.Path(__file__).parent
values = torch.arange(6).reshape(2, 3)
state = torch.nn.Linear(2, 3).state_dict()
state.clear()
for name in "float64 int64 float32 int32 float16 bfloat16 int16 int8 uint8 bool".split():
    state[name] = values.to(getattr(torch, name))
shared = torch.arange(12, dtype=torch.float32)
state["shared.rows"] = shared[2:8].view(2, 3)
state["shared.all"] = shared
state["shared.columns"] = shared.view(3, 4).t()
state["parameter"] = torch.nn.Parameter(torch.tensor([1.5]))
state["scalar"] = torch.tensor(2.5)
state["empty"] = torch.zeros(0, 3)
torch.save(state, here / "state.pth")
torch.save({"epoch": 3, "model": state, "note": "ü", "list": [1, 2.5, None, True, (1, 2)]}, here / "checkpoint.pth")
torch.save({"f": torch.nn.functional.relu}, here / "function.pth")
