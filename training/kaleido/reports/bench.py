"""PyTorch's side of `npm run bench`: the same work with the same weights as the engine, for as long as commands come.

`python -m kaleido.reports.bench JOB` reads one JSON object from the file JOB and answers each line of stdin, a JSON
object with a `command`, by one line of JSON:

| command | answer |
|---|---|
| `plan` | `seconds`, `sequences`: vocabulary ids of each row |
| `paint` | `seconds`, `pictures`: base64 of float32 [cells, 4, 128, 128], −1 … 1 |
| `recall` with `text`, `descriptions`, `pictures` | `seconds`, `processor`, `scores`, `tokens` [pictures, 64] |
| `flops` with `batch` and `context` | of one denoiser call: `flops`, `products` |

`processor` is the processor time, `scores` are log-likelihoods. `flops` are two for each multiplication with its
addition; `products` are the matrix products that its convolutions and linear layers come to, `[rows, inner, columns]`
each: activations [rows, inner] by weights [inner, columns].

JOB has `bundle`, `threads`, `prompt`; for planning `temperature`, `top_p` and `draws` [steps, rows]; for painting
`contents` (content ids by kind, one object a cell), `noise` (by resolution, base64 of float32 [cells, 4, r, r]),
`sampler`, `steps`, `guidance`, `interval` and, where it is not plain classifier-free guidance, `rule`. `text` is a
prompt, and `pictures` are base64 of float32 [pictures, 4, 128, 128].
"""

import base64
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

from kaleido.bundle.import_bundle import import_bundle
from kaleido.data.units import SIZE
from kaleido.latents.ids import END
from kaleido.latents.kinds import KINDS
from kaleido.latents.vocabulary import pad_rows, pad_sequences
from kaleido.models.schedule import RESOLUTIONS, Schedule
from kaleido.sampling.paint import Conditions, paint
from kaleido.sampling.prior import sample_latents

Command = Callable[..., dict[str, Any]]


class Reference:
    """A bundle in PyTorch with the work of one job."""

    def __init__(self, job: dict[str, Any]):
        self.job, found = job, import_bundle(Path(job["bundle"]))
        self.model, self.tokenizer, self.vocabulary = found.model, found.tokenizer, found.vocabulary
        # A bundle's tables are whole; joining the projections' zeros to them at each step would only slow PyTorch down.
        self.model.prior.fold()
        self.schedule, self.limits = Schedule(found.config.joint.snr_power), found.config.latents
        self.prompt = self.vocabulary.text.encode(job["prompt"])[: self.limits.prompt_limit]

    def plan(self) -> dict[str, Any]:
        """Samples a latent of every kind for each row."""
        draws = np.array(self.job["draws"])
        rows = draws.shape[1]
        start = time.perf_counter()
        found = sample_latents(
            self.model,
            self.vocabulary,
            [self.prompt] * rows,
            [{}] * rows,
            list(KINDS),
            draws,
            self.job["temperature"],
            self.job["top_p"],
        )
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "sequences": [self.vocabulary.sequence(z, list(KINDS))[0] for z in found]}

    def paint(self) -> dict[str, Any]:
        """Paints the job's cells, from prompt and latents to pictures."""
        job, cells = self.job, self.job["contents"]
        noise = {
            r: torch.frombuffer(bytearray(base64.b64decode(job["noise"][str(r)])), dtype=torch.float32).view(
                len(cells), 4, r, r
            )
            for r in RESOLUTIONS
        }
        start = time.perf_counter()
        conditions = Conditions(self.model, self.tokenizer, self.vocabulary, [self.prompt] * len(cells), cells)
        made = paint(
            self.model,
            self.schedule,
            conditions,
            noise,
            job["sampler"],
            job["steps"],
            job["guidance"],
            interval=job["interval"],
            rule=job.get("rule", "cfg"),
        )
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "pictures": base64.b64encode(made.contiguous().numpy().tobytes()).decode()}

    def recall(self, text: str, descriptions: list[str], pictures: str) -> dict[str, Any]:
        """What a plan from memory asks of the networks: encodes a prompt, scores descriptions in one padded batch, and
        finds the visual tokens of pictures."""
        images = torch.frombuffer(bytearray(base64.b64decode(pictures)), dtype=torch.float32).view(-1, 4, SIZE, SIZE)
        start, busy = time.perf_counter(), time.process_time()
        scores, tokens = self._scores(text, descriptions), self.tokenizer.encode(images)
        seconds, processor = time.perf_counter() - start, time.process_time() - busy
        return {"seconds": seconds, "processor": processor, "scores": scores.tolist(), "tokens": tokens.tolist()}

    def _scores(self, text: str, descriptions: list[str]) -> torch.Tensor:
        """Log-likelihoods [B] of descriptions with their `END`, at temperature 1 under their grammar: text pieces and,
        behind the first, `END`."""
        prior, vocabulary, rows = self.model.prior, self.vocabulary, len(descriptions)
        ids, mask = pad_rows([vocabulary.text.encode(text)[: self.limits.prompt_limit]])
        # Of one prompt the keys and values are made once.
        cross = [
            (keys.expand(rows, -1, -1, -1), values.expand(rows, -1, -1, -1))
            for keys, values in prior.project(self.model.encoder(ids, mask))
        ]
        contents = [vocabulary.text.encode(d)[: self.limits.description_limit] for d in descriptions]
        sequences = [vocabulary.sequence({"description": content}, ["description"]) for content in contents]
        tokens, kinds, positions, places = pad_sequences(sequences)
        hidden = prior.decode(
            # What would come behind the longest one's END is not asked.
            (tokens[:, :-1], kinds[:, :-1], positions[:, :-1], places[:, :-1]),
            lambda layer, x: prior.attention[layer](x, causal=True),
            cross,
            mask.expand(rows, -1),
        )
        answers, mask = pad_rows([[*content, END] for content in contents])
        real = mask > 0
        # Behind `<bos>` there is no choice.
        logits, _ = prior.logits_apart(hidden[:, 1:][real], hidden[0, :0])
        first, last = vocabulary.ranges["text"]
        logits[:, :END] = logits[:, END + 1 : first] = logits[:, last:] = -torch.inf
        begins = torch.zeros_like(real)
        begins[:, 0] = True
        logits[begins[real], END] = -torch.inf
        found = logits.log_softmax(1).gather(1, answers[real][:, None]).flatten()
        return torch.zeros_like(mask).masked_scatter(real, found).sum(1)

    def flops(self, batch: int, context: int) -> dict[str, Any]:
        """Counts one denoiser call's convolutions, matrix products and attention by their shapes."""
        denoiser, sizes = self.model.denoiser, self.model.config
        heads, channels = sizes.context_heads, sizes.denoiser[-1]
        cache = torch.zeros(sizes.context_layers, batch, heads, context, channels // heads)
        samples = [torch.zeros(batch, 4, r, r) for r in RESOLUTIONS]
        products: list[list[int]] = []

        def note(layer: nn.Module, _: object, made: torch.Tensor) -> None:
            assert isinstance(layer.weight, torch.Tensor)
            inner, columns = layer.weight[0].numel(), layer.weight.shape[0]
            products.append([made.numel() // columns, inner, columns])

        hooks = [
            layer.register_forward_hook(note)
            for layer in denoiser.modules()
            if isinstance(layer, nn.Conv2d | nn.Linear)
        ]
        # The counter knows no fused attention of the CPU's; the plain kernel is made of matrix products.
        with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counter:
            denoiser(
                *samples,
                torch.zeros(batch),
                torch.zeros(batch, 4, SIZE, SIZE),
                cache,
                cache,
                torch.ones(batch, context),
            )
        for hook in hooks:
            hook.remove()
        return {"flops": counter.get_total_flops(), "products": products}


@torch.inference_mode()
def serve(job: dict[str, Any], commands: Iterable[str], answers: TextIO) -> None:
    """Answers commands until they end; the first answer, unasked, tells the version of PyTorch once the model is
    loaded."""
    torch.set_num_threads(job["threads"])
    reference = Reference(job)
    known: dict[str, Callable[..., dict[str, Any]]] = {
        "plan": reference.plan,
        "paint": reference.paint,
        "recall": reference.recall,
        "flops": reference.flops,
    }
    print(json.dumps({"torch": torch.__version__}), file=answers, flush=True)
    for line in commands:
        arguments = json.loads(line)
        print(json.dumps(known[arguments.pop("command")](**arguments)), file=answers, flush=True)


if __name__ == "__main__":
    serve(json.loads(Path(sys.argv[1]).read_text()), sys.stdin, sys.stdout)
