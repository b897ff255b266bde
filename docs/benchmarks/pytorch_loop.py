"""FedAvg as a plain PyTorch loop in one process: the yardstick for the dense engine.

100 clients of 200 digits in two label shards each, 10 clients a round, E 1, B 10, lr .05,
McMahan's 2NN (784-200-200-10). Prints the median of 20 rounds after 5 for warming up, with one
thread, with as many as torch chooses, and with one for each core. Wants a torch with a fast BLAS:
Debian's takes whatever libblas is installed, so install libopenblas0-pthread beside it.

    python3 pytorch_loop.py /path/to/digits
"""

import copy
import gzip
import os
import random
import statistics
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

CLIENTS, COHORT, ROWS, BATCH, RATE = 100, 10, 200, 10, 0.05


def digits(folder, name):
    with gzip.open(f"{folder}/{name}-images-idx3-ubyte.gz") as file:
        pixels = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 784)
    with gzip.open(f"{folder}/{name}-labels-idx1-ubyte.gz") as file:
        labels = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
    return torch.tensor(pixels / 255.0, dtype=torch.float32), torch.tensor(labels.astype("int64"))


def shards(x, y):
    """Sorts by label, cuts 200 shards and deals two to each client."""
    pieces = list(torch.argsort(y).split(ROWS // 2))
    random.shuffle(pieces)
    chosen = [torch.cat(pieces[2 * c : 2 * c + 2]) for c in range(CLIENTS)]
    return [(x[rows], y[rows]) for rows in chosen]


def train(model, x, y):
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    for rows in torch.randperm(len(y)).split(BATCH):
        optimizer.zero_grad()
        functional.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()
    return copy.deepcopy(model.state_dict())


def play_round(state, model, clients):
    updates = []
    for client in random.sample(clients, COHORT):
        model.load_state_dict(state)
        updates.append(train(model, *client))
    return {k: torch.stack([u[k] for u in updates]).mean(dim=0) for k in state}


def measure(threads, clients, test):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    random.seed(1)
    model = nn.Sequential(
        nn.Linear(784, 200), nn.ReLU(), nn.Linear(200, 200), nn.ReLU(), nn.Linear(200, 10)
    )
    state = copy.deepcopy(model.state_dict())
    seconds = []
    for _ in range(25):
        start = time.perf_counter()
        state = play_round(state, model, clients)
        seconds.append(time.perf_counter() - start)
    model.load_state_dict(state)
    with torch.no_grad():
        accuracy = (model(test[0]).argmax(1) == test[1]).float().mean().item()
    median = statistics.median(seconds[5:])
    step = median / (COHORT * ROWS // BATCH)
    print(
        f"{threads} threads: {median:.4f} s a round, {step * 1e6:.0f} us a step"
        f" with everything, accuracy {accuracy:.3f} after 25 rounds"
    )


def main():
    folder = sys.argv[1]
    chosen = torch.get_num_threads()
    random.seed(0)
    clients = shards(*digits(folder, "train20k"))
    test = digits(folder, "t10k")
    print(f"torch {torch.__version__}")
    print(f"torch chooses {chosen} threads of {os.cpu_count()}")
    for threads in sorted({chosen, 1, os.cpu_count()}):
        measure(threads, clients, test)


if __name__ == "__main__":
    main()
