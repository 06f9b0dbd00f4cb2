"""Typed settings, read from YAML in `configs/`. Unknown keys are errors, so a misspelt setting cannot pass silently."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import yaml

T = TypeVar("T")


@dataclass(frozen=True)
class TokenizerConfig:
    """The visual tokenizer: FSQ levels a code, and channels at 32 × 32, 16 × 16 and 8 × 8."""

    levels: tuple[int, ...] = (8, 5, 5, 5)
    encoder: tuple[int, int, int] = (48, 96, 192)
    decoder: tuple[int, int, int] = (48, 96, 224)
    batch: int = 32
    learning_rate: float = 1.5e-3
    minutes: float = 20


@dataclass(frozen=True)
class LatentConfig:
    """Stage I: how many canvases to extract, and the sizes of the codebooks and of the text vocabulary."""

    canvases: int = 40000
    colours: int = 128
    text_pieces: int = 1200
    prompt_limit: int = 24
    description_limit: int = 40


@dataclass(frozen=True)
class ModelConfig:
    """Stage II networks: context encoder, autoregressive decoder (the prior) and nested denoiser."""

    width: int = 256
    heads: int = 4
    encoder_layers: int = 2
    decoder_layers: int = 6
    feed_forward: int = 1024
    denoiser: tuple[int, int, int] = (48, 96, 192)
    context_layers: int = 2
    context_heads: int = 4


@dataclass(frozen=True)
class JointConfig:
    """Stage II training. `prior_minutes` train the prior alone (η → ∞), `minutes` in all; the denoiser sees `denoiser_batch` of each batch."""

    batch: int = 32
    denoiser_batch: int = 16
    learning_rate: float = 1.2e-3
    denoiser_learning_rate: float = 1.5e-3
    minutes: float = 90
    prior_minutes: float = 50
    eta: float = 1.0
    drop_caption_and_latents: float = 0.1
    drop_latents: float = 0.05
    drop_segment: float = 0.35
    drop_tokens: float = 0.08
    corrupt_codes: float = 0.08
    ema: float = 0.999
    snr_power: float = 1.0
    checkpoint_minutes: float = 4


@dataclass(frozen=True)
class Config:
    """One bundle: its name and every stage's settings."""

    name: str = "stickers"
    version: str = "0.1.0"
    seed: int = 7
    tokenizer: TokenizerConfig = field(default_factory=TokenizerConfig)
    latents: LatentConfig = field(default_factory=LatentConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    joint: JointConfig = field(default_factory=JointConfig)


def _build(kind: type[T], values: dict[str, Any], where: str) -> T:
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise ValueError(f"{where}: unknown setting {', '.join(unknown)}; known are {', '.join(known)}")
    built = {}
    for key, value in values.items():
        section = {"tokenizer": TokenizerConfig, "latents": LatentConfig, "model": ModelConfig, "joint": JointConfig}.get(key)
        built[key] = _build(section, value, f"{where}.{key}") if section else tuple(value) if isinstance(value, list) else value
    return kind(**built)


def load_config(path: str | Path) -> Config:
    """Reads a YAML config. Raises ValueError on unknown settings."""
    return _build(Config, yaml.safe_load(Path(path).read_text()) or {}, str(path))
