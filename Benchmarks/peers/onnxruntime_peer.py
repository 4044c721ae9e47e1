"""The benchmarks of Pinion's `bench` group `infer` in onnxruntime, from PyTorch's models in ONNX."""

import tempfile
import warnings

import onnxruntime
import torch

import harness
from models import MODELS, SHAPES

# PyTorch's older exporter, which needs no more packages, says that there is a newer one.
warnings.filterwarnings("ignore", category=DeprecationWarning)
threads = 1


def set_threads(count):
    global threads
    threads = count
    torch.set_num_threads(count)


def prepare(name):
    group, dtype, operation, size = name.split("/")
    if group != "infer" or operation not in MODELS:
        return None
    torch.manual_seed(1)
    model, x = MODELS[operation]().eval(), torch.randn(int(size), *SHAPES[operation])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/model.onnx"
        torch.onnx.export(model, (x,), path, input_names=["x"], dynamo=False)
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    inputs = {"x": x.numpy()}
    return lambda: session.run(None, inputs)


if __name__ == "__main__":
    harness.main(prepare, set_threads, "onnxruntime " + onnxruntime.__version__)
