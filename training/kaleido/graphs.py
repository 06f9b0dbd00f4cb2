"""The six ONNX graphs of a bundle, as modules with the inputs and outputs that docs/bundle.md lists."""

import torch
from torch import nn

from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.models.kaleido import Kaleido


class TextEncoderGraph(nn.Module):
    """`input_ids`, `attention_mask` → `encoder_states`, and of each layer `cross_keys`, `cross_values`."""

    def __init__(self, model: Kaleido):
        super().__init__()
        self.encoder, self.prior = model.encoder, model.prior

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor):
        states = self.encoder(input_ids, attention_mask.float())
        return states, *(t for cache in self.prior.project(states) for t in cache)


class PriorGraph(nn.Module):
    """One decoding call with the caller's cache. Each layer's keys and values are inputs of their own: stacked, they would have to be
    copied apart at every token. The few new ones are one output, as each output costs its caller more than it holds. Logits are computed only of
    the tokens (counted through B · N) and of the part of the vocabulary that the caller asks for."""

    def __init__(self, model: Kaleido):
        super().__init__()
        self.prior = model.prior

    def forward(self, tokens, kind_ids, positions, places, past_mask, encoder_mask, word_rows, code_rows, *layers):
        pairs = [(layers[i], layers[i + 1]) for i in range(0, len(layers), 2)]
        past, cross = pairs[: len(pairs) // 2], pairs[len(pairs) // 2 :]
        hidden, made = self.prior.step((tokens, kind_ids, positions, places), past, past_mask, cross, encoder_mask)
        rows = hidden.reshape(-1, hidden.shape[-1])
        return *self.prior.logits_apart(rows[word_rows], rows[code_rows]), hidden, torch.cat(made, 1)


class VisualDecoderGraph(nn.Module):
    """`codes` → `guess`."""

    def __init__(self, tokenizer: VisualTokenizer):
        super().__init__()
        self.tokenizer = tokenizer

    def forward(self, codes: torch.Tensor):
        return self.tokenizer.decode(codes)


class VisualEncoderGraph(nn.Module):
    """`images` → `codes`. The engine does not run it: it is what training on from a bundle needs."""

    def __init__(self, tokenizer: VisualTokenizer):
        super().__init__()
        self.tokenizer = tokenizer

    def forward(self, images: torch.Tensor):
        return self.tokenizer.encode(images)


class ConditionerGraph(nn.Module):
    """Encoder states and hidden states → `context_keys`, `context_values`, `context_mask`."""

    def __init__(self, model: Kaleido):
        super().__init__()
        self.denoiser = model.denoiser

    def forward(self, encoder_states, encoder_mask, hidden_states, hidden_mask):
        return self.denoiser.conditioner(encoder_states, encoder_mask, hidden_states, hidden_mask)


class DenoiserGraph(nn.Module):
    """Noised samples and context → predicted clean images."""

    def __init__(self, model: Kaleido):
        super().__init__()
        self.denoiser = model.denoiser

    def forward(self, sample_16, sample_32, sample_64, timestep, guess, context_keys, context_values, context_mask):
        return self.denoiser(sample_16, sample_32, sample_64, timestep, guess, context_keys, context_values, context_mask)


def layer_names(prefix: str, layers: int) -> list[str]:
    """`past_keys_0`, `past_values_0`, `past_keys_1`, … of every layer."""
    return [f"{prefix}_{part}_{layer}" for layer in range(layers) for part in ("keys", "values")]


Axes = dict[str, dict[int, str]]


def graphs(model: Kaleido, tokenizer: VisualTokenizer) -> dict[str, tuple[nn.Module, dict[str, torch.Tensor], list[str], Axes]]:
    """File name → (module, example inputs by name, output names, free axes)."""
    width, layers, heads = model.prior.norm.normalized_shape[0], len(model.prior.attention), model.prior.attention[0].heads
    blocks, context_heads, channels = len(model.denoiser.context), model.denoiser.context[0].cross.heads, model.denoiser.conditioner.null.shape[0]
    b, t, n, s, c = 2, 5, 3, 7, 9
    past = {name: torch.zeros(b, heads, s, width // heads) for name in layer_names("past", layers)}
    cross = {name: torch.zeros(b, heads, t, width // heads) for name in layer_names("cross", layers)}
    context = torch.zeros(blocks, b, context_heads, c, channels // context_heads)
    ids = torch.ones(b, t, dtype=torch.long)
    new, rows_asked = torch.zeros(b, n, dtype=torch.long), torch.arange(b)
    states, hidden, samples = torch.zeros(b, t, width), torch.zeros(b, n, width), {f"sample_{r}": torch.zeros(b, 4, r, r) for r in (16, 32, 64)}
    rows = {0: "B"}
    cross_axes, context_axes = {name: {0: "B", 2: "T"} for name in cross}, {1: "B", 3: "S"}
    return {
        "text_encoder.onnx": (
            TextEncoderGraph(model),
            {"input_ids": ids, "attention_mask": ids},
            ["encoder_states", *cross],
            {"input_ids": {0: "B", 1: "T"}, "attention_mask": {0: "B", 1: "T"}, "encoder_states": {0: "B", 1: "T"}} | cross_axes,
        ),
        "prior.onnx": (
            PriorGraph(model),
            {"tokens": new, "kind_ids": new, "positions": new, "places": new, "past_mask": torch.ones(b, s), "encoder_mask": torch.ones(b, t)}
            | {"word_rows": rows_asked, "code_rows": rows_asked}
            | past
            | cross,
            ["word_logits", "code_logits", "hidden_states", "new_entries"],
            {k: {0: "B", 1: "N"} for k in ("tokens", "kind_ids", "positions", "places", "hidden_states")}
            | {"past_mask": {0: "B", 1: "S"}, "encoder_mask": {0: "B", 1: "T"}}
            | {k: {0: "W"} for k in ("word_rows", "word_logits")}
            | {k: {0: "C"} for k in ("code_rows", "code_logits")}
            | {k: {0: "B", 2: "S"} for k in past}
            | {"new_entries": {0: "B", 2: "N"}}
            | cross_axes,
        ),
        "visual_decoder.onnx": (VisualDecoderGraph(tokenizer), {"codes": torch.zeros(b, 64, dtype=torch.long)}, ["guess"], {"codes": rows, "guess": rows}),
        "visual_encoder.onnx": (VisualEncoderGraph(tokenizer), {"images": torch.zeros(b, 4, 64, 64)}, ["codes"], {"images": rows, "codes": rows}),
        "conditioner.onnx": (
            ConditionerGraph(model),
            {"encoder_states": states, "encoder_mask": torch.ones(b, t), "hidden_states": hidden, "hidden_mask": torch.ones(b, n)},
            ["context_keys", "context_values", "context_mask"],
            {"encoder_states": {0: "B", 1: "T"}, "encoder_mask": {0: "B", 1: "T"}, "hidden_states": {0: "B", 1: "N"}, "hidden_mask": {0: "B", 1: "N"}}
            | {"context_keys": context_axes, "context_values": context_axes, "context_mask": {0: "B", 1: "S"}},
        ),
        "denoiser.onnx": (
            DenoiserGraph(model),
            samples | {"timestep": torch.zeros(b), "guess": torch.zeros(b, 4, 64, 64), "context_keys": context, "context_values": context, "context_mask": torch.ones(b, c)},
            ["original_16", "original_32", "original_64"],
            {k: rows for k in (*samples, "timestep", "guess", "original_16", "original_32", "original_64")}
            | {"context_keys": context_axes, "context_values": context_axes, "context_mask": {0: "B", 1: "S"}},
        ),
    }
