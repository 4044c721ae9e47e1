"""Writes loader.txt: the indices that PyTorch's DataLoader and random_split give for seeds.

A line: kind;samples;batch size;drop last;workers;seed;epochs;a number drawn afterwards. Epochs are separated by "/",
batches by "|", indices by ",".
"""
import pathlib

import torch
from torch.utils.data import (
    BatchSampler, DataLoader, Dataset, RandomSampler, SubsetRandomSampler, WeightedRandomSampler, random_split)


class Drawing(Dataset):
    """Its samples are random numbers, drawn where the sample is read."""

    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return index * 1000 + torch.randint(1000, (1,)).item()


def epoch_text(batches):
    return "|".join(",".join(map(str, batch)) for batch in batches)


def loader(kind, n, size, drop, workers, generator):
    options = dict(drop_last=drop, num_workers=workers, batch_size=size, collate_fn=list)
    data = list(range(n))
    weights = [float(1 + i % 5) for i in range(n)]
    if kind == "sequential":
        return DataLoader(data, **options)
    if kind == "shuffle":
        return DataLoader(data, shuffle=True, **options)
    if kind in ("generator", "early"):
        return DataLoader(data, shuffle=True, generator=generator, **options)
    if kind == "drawing":
        return DataLoader(Drawing(n), shuffle=True, **options)
    if kind == "replacement":
        return DataLoader(data, sampler=RandomSampler(data, replacement=True, num_samples=70), **options)
    if kind == "more":
        return DataLoader(data, sampler=RandomSampler(data, num_samples=2 * n + 3, generator=generator), **options)
    if kind == "subset":
        return DataLoader(data, sampler=SubsetRandomSampler(range(0, n, 2)), **options)
    if kind == "weighted":
        return DataLoader(data, sampler=WeightedRandomSampler(weights, 2 * n), **options)
    if kind == "weightedOnce":
        return DataLoader(data, sampler=WeightedRandomSampler(weights, n // 2, replacement=False), **options)
    if kind == "batchSampler":
        batches = BatchSampler(RandomSampler(data), size, drop)
        return DataLoader(data, batch_sampler=batches, num_workers=workers, collate_fn=list)
    raise ValueError(kind)


def main():
    lines = []
    cases = [
        (kind, n, size, drop, workers)
        for kind, n, size in [
            ("sequential", 10, 3), ("shuffle", 25, 4), ("shuffle", 64, 64), ("generator", 23, 5), ("early", 40, 3),
            ("drawing", 30, 4), ("replacement", 20, 16), ("more", 12, 5), ("subset", 21, 3), ("weighted", 15, 7),
            ("weightedOnce", 30, 4), ("batchSampler", 22, 4)]
        for drop in (False, True)
        for workers in (0, 2)
        if drop is False or kind in ("shuffle", "generator", "sequential", "batchSampler")
    ]
    for seed, (kind, n, size, drop, workers) in enumerate(cases):
        torch.manual_seed(seed)
        generator = torch.Generator().manual_seed(1000 + seed)
        batches = loader(kind, n, size, drop, workers, generator)
        epochs = []
        for _ in range(3):
            taken = []
            for batch in batches:
                taken.append(batch)
                if kind == "early" and len(taken) == 2:
                    break
            epochs.append(epoch_text(taken))
        after = torch.randint(1 << 20, (1,), generator=generator).item() * (1 << 20)
        after += torch.randint(1 << 20, (1,)).item()
        lines.append(f"{kind};{n};{size};{int(drop)};{workers};{seed};{'/'.join(epochs)};{after}")
    for seed, lengths in enumerate([[7, 3], [3, 0, 17], [0.3, 0.3, 0.4], [0.8, 0.2], [1 / 3, 1 / 3, 1 / 3]]):
        n = sum(lengths) if isinstance(lengths[0], int) else 29 + seed
        parts = random_split(range(n), lengths, generator=torch.Generator().manual_seed(seed))
        text = ",".join(map(str, lengths))
        lines.append(f"split;{n};{text};;;{seed};{epoch_text([part.indices for part in parts])};")
    (pathlib.Path(__file__).parent / "loader.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
