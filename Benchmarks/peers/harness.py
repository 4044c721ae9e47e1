"""What the peers share: the options, the timing and the JSON lines of Pinion's own `bench`."""

import argparse
import ctypes
import gc
import json
import sys
import time


def time_calls(call, calls):
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return time.perf_counter() - start


def sample(call, seconds):
    """Seconds of a call: five samples or more, each of as many calls as last a millisecond or more."""
    call()
    calls = 1
    elapsed = time_calls(call, calls)
    while elapsed < 1e-3:
        calls = max(calls * 2, min(calls * 100, int(calls * 1.2e-3 / max(elapsed, 1e-8))))
        elapsed = time_calls(call, calls)
    samples = []
    end = time.perf_counter() + seconds
    while len(samples) < 5 or time.perf_counter() < end:
        samples.append(time_calls(call, calls) / calls)
    return samples


def memory(call):
    """How far the first three calls raise the peak of this process's memory above what it held before, without pages
    of files: the figure of `bench --memory`."""
    def status():
        with open("/proc/self/status") as file:
            return {key: int(value.split()[0]) for key, _, value in (line.partition(":") for line in file)
                    if key in ("VmRSS", "VmHWM", "RssFile")}

    gc.collect()
    if hasattr(ctypes.CDLL(None), "malloc_trim"):
        ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    before = status()
    for _ in range(3):
        call()
    after = status()
    return max(0, after["VmHWM"] - after["RssFile"] - (before["VmRSS"] - before["RssFile"])) * 1024


def parse_name(name):
    """('gemm', 'f32', 'nn', [32, 32, 32]) of 'gemm/f32/nn/32x32x32'; a size with more than numbers stays a text."""
    group, dtype, operation, size = name.split("/")
    return group, dtype, operation, size if "-" in size else [int(n) for n in size.split("x")]


def main(prepare, set_threads, version, warm_up=lambda: None):
    """Runs every name of the list that `prepare` knows.

    `prepare(name)` makes the operands and returns the call to time, or None where the peer has no such operation.
    `warm_up()` loads what the first call of any benchmark would, so that memory is a benchmark's own.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("names", help="a file with a benchmark's name a line, as `bench list` prints them")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0.2)
    parser.add_argument("--json", help="the file to write; standard output without it")
    parser.add_argument("--memory", action="store_true", help="the memory of the first calls instead of times")
    options = parser.parse_args()
    set_threads(options.threads)
    print(version, file=sys.stderr)
    with open(options.names) as file:
        names = [line.strip() for line in file if line.startswith("  ")]
    with open(options.json, "w") if options.json else sys.stdout as output:
        for name in names:
            call = prepare(name)
            if call is None:
                continue
            line = {"name": name, "threads": options.threads}
            if options.memory:
                warm_up()
                line["memory"] = memory(call)
            else:
                line["seconds"] = sample(call, options.seconds)
            print(json.dumps(line), file=output, flush=True)
