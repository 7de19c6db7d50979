"""One step of training, as every network here takes it."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn
from torch.optim import Optimizer


def descend(loss: Tensor, optimizer: Optimizer, trained: Sequence[nn.Parameter], step: int) -> int:
    """Move the trained weights against the gradient of the loss, cut to length 1; the number of steps after it.

    Every fiftieth loss is printed.
    """
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()
    step += 1
    if step % 50 == 0:
        print(f"step {step}: {loss.item():.3f}", flush=True)
    return step
