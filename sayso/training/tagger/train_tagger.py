"""Train the tagger: `python -m sayso.training.tagger.train_tagger --corpus POLNEAR --out DIR`.

The corpus folder holds `train/` and `dev/`, each with `text/` and `attributions/` in brat standoff. Every tenth article
of train is held out, for calibration. To the rest come the passages of other styles beside this file, each twice in a
pass. After every pass the weights are saved and dev is scored, so that a run that is cut short leaves a model behind.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from sayso.training.encoder.write_encoder import encoder_folder
from sayso.training.tagger.corpus import HELD_OUT, Document, by_stem, read_corpus
from sayso.training.tagger.loss_functions import collate, dev_report, loss_of
from sayso.training.tagger.parses import parsed
from sayso.training.tagger.tagger_model import TaggerModel
from sayso.training.tagger.training_windows import TrainingExample, examples


def batches(pool: list[TrainingExample], size: int, rng: random.Random) -> list[list[TrainingExample]]:
    """Batches of `size` windows of like length, in random order."""
    ordered = sorted(pool, key=lambda e: (len(e.ids), rng.random()))
    cut = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    rng.shuffle(cut)
    return cut


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.tagger.train_tagger", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--of", type=int, help="passes over which the rate falls to nothing; those of this run")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--passages", type=Path, default=Path(__file__).parent / "passages")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    encoder = encoder_folder()
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    every = by_stem(list(read_corpus(args.corpus / "train")))
    articles = [group for i, group in enumerate(every) if i % HELD_OUT]
    dev = [group[0] for group in by_stem(list(read_corpus(args.corpus / "dev")))]
    parses = args.out / "parses"

    def windows(document: Document, rng: random.Random | None) -> list[TrainingExample]:
        return list(examples(document, parsed(document.text, parses), tokenizer, rng))

    model = TaggerModel(encoder)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu"))
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    fast = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.rate}, {"params": fast, "lr": args.rate * 5}])
    per_pass = sum(len(windows(group[0], rng)) for group in articles + 2 * by_stem(list(read_corpus(args.passages))))
    steps = (args.of or args.passes) * per_pass // args.batch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 100, max(0.01, 1 - step / max(1, steps)))
    )
    for number in range(1, args.passes + 1):
        started = time.monotonic()
        pool: list[TrainingExample] = []
        for group in articles + 2 * by_stem(list(read_corpus(args.passages))):
            pool += windows(rng.choice(group), rng)
        model.train()
        for step, batch in enumerate(batches(pool, args.batch, rng)):
            loss = loss_of(model, collate(batch), batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            if step % 50 == 0:
                print(
                    f"pass {number} step {step} loss {loss.item():.4f} {time.monotonic() - started:.0f} s", flush=True
                )
        torch.save(model.state_dict(), args.out / "tagger.pt")
        print(f"pass {number}:", dev_report(model, [e for d in dev for e in windows(d, None)]), flush=True)


if __name__ == "__main__":
    main()
