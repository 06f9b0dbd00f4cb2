"""Typed settings, read from YAML in `configs/`. Unknown keys are errors, so a misspelt setting cannot pass silently."""

from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml

T = TypeVar("T")


@dataclass(frozen=True)
class TokenizerConfig:
    """The visual tokenizer: codebook size and vector width, channels at 32 × 32, 16 × 16 and 8 × 8; `warmup` is the part of the time without quantisation."""

    codes: int = 4096
    code_width: int = 24
    warmup: float = 0.35
    encoder: tuple[int, int, int] = (48, 96, 192)
    decoder: tuple[int, int, int] = (48, 96, 224)
    batch: int = 16
    learning_rate: float = 1e-3
    minutes: float = 16


@dataclass(frozen=True)
class CanvasConfig:
    """What canvases are composed of: `concepts` and `styles` (all when empty), chances of one, two or three objects, that a single
    object fills the canvas (`full`), that several objects are of one kind (`repeat`), that an object's hue is turned (`recolour`) and that
    it is mirrored (`flip`). `hold_out` is the part of all pairs of concept and style that is never shown, to test composing them."""

    concepts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    objects: tuple[float, float, float] = (0.62, 0.28, 0.10)
    full: float = 0.75
    repeat: float = 0.0
    recolour: float = 0.1
    flip: float = 0.0
    hold_out: float = 0.0

    def __post_init__(self) -> None:
        if min(self.objects) < 0 or abs(sum(self.objects) - 1) > 1e-6:
            raise ValueError(f"objects: the chances must add up to 1, not be {list(self.objects)}")


@dataclass(frozen=True)
class LatentConfig:
    """Stage I: how many canvases to extract, on how many (`fitted`) to fit the codebooks, and the sizes of these."""

    canvases: int = 16000
    fitted: int = 3000
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
    """Stage II training. `prior_minutes` train the prior alone (η → ∞), `minutes` in all; the denoiser sees `denoiser_batch` of
    each batch. `eta` 0 with `drop_latents` 1 trains the baseline: a denoiser that has the prompt alone."""

    batch: int = 16
    denoiser_batch: int = 8
    learning_rate: float = 1.6e-3
    denoiser_learning_rate: float = 1.5e-3
    minutes: float = 70
    prior_minutes: float = 55
    eta: float = 1.0
    drop_caption_and_latents: float = 0.2
    drop_latents: float = 0.05
    drop_segment: float = 0.35
    drop_tokens: float = 0.08
    corrupt_codes: float = 0.08
    ema: float = 0.995
    snr_power: float = 1.0
    checkpoint_minutes: float = 5


@dataclass(frozen=True)
class EvaluatorConfig:
    """The network that judges pictures: the styles it learns from, which the generator must not, its sizes, and how many real canvases
    it stores the features of (`reference`)."""

    styles: tuple[str, ...] = ("glossy", "bold", "vintage")
    features: int = 256
    embedding: int = 128
    reference: int = 6000
    batch: int = 128
    learning_rate: float = 2e-3
    minutes: float = 10


@dataclass(frozen=True)
class Config:
    """One bundle: what its manifest says of it, and every stage's settings."""

    name: str = "stickers"
    version: str = "0.1.0"
    licence: str = "Apache-2.0"
    description: str = (
        "64-pixel stickers of everyday things with transparency: an autoregressive prior over readable latents and a nested denoiser."
    )
    seed: int = 7
    canvas: CanvasConfig = field(default_factory=CanvasConfig)
    tokenizer: TokenizerConfig = field(default_factory=TokenizerConfig)
    latents: LatentConfig = field(default_factory=LatentConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    joint: JointConfig = field(default_factory=JointConfig)
    evaluator: EvaluatorConfig = field(default_factory=EvaluatorConfig)


SECTIONS = {"canvas": CanvasConfig, "tokenizer": TokenizerConfig, "latents": LatentConfig, "model": ModelConfig, "joint": JointConfig, "evaluator": EvaluatorConfig}

_SINGULAR = {float: "a number, such as 0.001", int: "a whole number", str: "text"}
_PLURAL = {float: "numbers", int: "whole numbers", str: "words"}


def _fits(value: Any, kind: Any) -> bool:
    items = get_args(kind)
    if not items:
        return type(value) in ((int, float) if kind is float else (kind,))
    if items[-1] is Ellipsis:
        return isinstance(value, list) and all(_fits(v, items[0]) for v in value)
    return isinstance(value, list) and len(value) == len(items) and all(map(_fits, value, items))


def _checked(setting: Field, value: Any, where: str) -> Any:
    """The value as its setting's type has it. YAML reads `1e-3` as text, which would otherwise fail far from here."""
    items = get_args(setting.type)
    if not _fits(value, setting.type):
        length = "" if not items or items[-1] is Ellipsis else f"{len(items)} "
        wanted = f"a list of {length}{_PLURAL[items[0]]}" if items else _SINGULAR[setting.type]
        raise ValueError(f"{where}.{setting.name}: must be {wanted}, not {value!r}")
    return tuple(value) if items else value


def _build(kind: type[T], values: Any, where: str) -> T:
    if not isinstance(values, dict):
        raise ValueError(f"{where}: must be settings by name, not {values!r}")
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(str(key) for key in set(values) - set(known))
    if unknown:
        raise ValueError(f"{where}: unknown setting {', '.join(unknown)}; known are {', '.join(known)}")
    built = {}
    for key, value in values.items():
        section = SECTIONS.get(key) if kind is Config else None
        built[key] = _build(section, value, f"{where}.{key}") if section else _checked(known[key], value, where)
    try:
        return kind(**built)
    except ValueError as error:
        raise ValueError(f"{where}.{error}") from error


def _read(path: Path) -> dict:
    """The settings of a file on top of those of the file beside it that its `like` names."""
    try:
        values = yaml.safe_load(path.read_text()) or {}
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: not YAML: {error}") from error
    if not isinstance(values, dict) or "like" not in values:
        return values
    base = _read(path.with_name(str(values.pop("like"))))
    return base | {k: base[k] | v if isinstance(v, dict) and isinstance(base.get(k), dict) else v for k, v in values.items()}


def load_config(path: str | Path) -> Config:
    """Reads a YAML config. Raises ValueError on unknown or ill-typed settings, OSError where there is no such file."""
    return _build(Config, _read(Path(path)), str(path))
