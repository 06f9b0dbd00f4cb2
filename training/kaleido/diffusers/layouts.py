"""Folders in the layouts that ONNX exports of latent diffusion models have, of tiny networks."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import onnx
import torch
from torch import nn

from kaleido.diffusers.networks import Decoder, Encoder, FirstEncoder, SecondEncoder, TextEncoder, UNet, colours
from kaleido.diffusers.safety import PREPROCESSOR, SIDE, SafetyChecker
from kaleido.diffusers.schedulers import Config
from kaleido.diffusers.tokenizer import END, LENGTH, PAD, TinyTokenizer


@dataclass(frozen=True)
class Layout:
    """What differs between exports. `widths` and `ids` are of one or two text encoders; `pads` names what fills up a
    prompt; `more` are inputs of the UNet beside the usual ones; `side` is that of latents where it is fixed."""

    pipeline: str
    scheduler: Config
    scaling: float
    widths: tuple[int, ...]
    ids: tuple[torch.dtype, ...]
    pads: tuple[str, ...]
    timestep: torch.Tensor
    dtype: torch.dtype = torch.float32
    more: dict[str, int] = field(default_factory=dict)
    side: int | None = None
    encoder: str | None = "latent_parameters"
    weights: str | None = None
    # What its folder's scheduler is called, where it is another way along the same path.
    called: str | None = None
    as_one: bool = False
    has_checker: bool = False


LONG, INT = torch.int64, torch.int32
SCALAR, ONE = torch.tensor(999), torch.tensor([999])
XL = {"text_embeds": 1280, "time_ids": 6}
LAYOUTS = {
    "sd-turbo": Layout(
        "StableDiffusionPipeline",
        Config("EulerDiscreteScheduler", timestep_spacing="trailing"),
        0.18215,
        (1024,),
        (INT,),
        (PAD,),
        ONE,
        torch.float16,
        side=64,
        encoder=None,
    ),
    "sdxl-turbo": Layout(
        "StableDiffusionXLPipeline",
        Config("EulerAncestralDiscreteScheduler", timestep_spacing="trailing"),
        0.13025,
        (768, 1280),
        (INT, LONG),
        (END, PAD),
        ONE.half(),
        torch.float16,
        XL,
        encoder="latent_sample",
    ),
    "lcm": Layout(
        "LatentConsistencyModelPipeline",
        Config("LCMScheduler"),
        0.18215,
        (768,),
        (INT,),
        (END,),
        ONE,
        more={"timestep_cond": 256},
        weights="weights.pb",
        as_one=True,
    ),
    "sd-1.5": Layout(
        "StableDiffusionPipeline",
        Config("DPMSolverMultistepScheduler", timestep_spacing="leading", steps_offset=1),
        0.18215,
        (768,),
        (LONG,),
        (END,),
        SCALAR,
        weights="model.onnx_data",
        called="PNDMScheduler",
        has_checker=True,
    ),
    "sdxl": Layout(
        "StableDiffusionXLPipeline",
        Config("EulerDiscreteScheduler", timestep_spacing="leading", steps_offset=1),
        0.13025,
        (768, 1280),
        (LONG, LONG),
        (END, PAD),
        SCALAR.float(),
        more=XL,
        encoder="latent_sample",
        weights="model.onnx.data",
    ),
}


class Networks(NamedTuple):
    """The networks of a layout, rounded to what its files hold."""

    text: list[TextEncoder]
    unet: UNet
    decoder: Decoder
    encoder: Encoder
    checker: SafetyChecker


@torch.no_grad()
def networks_of(layout: Layout, seed: int) -> Networks:
    """The same for the same seed."""
    torch.manual_seed(seed)
    base = colours(torch.Generator().manual_seed(seed))
    made = Networks(
        [TextEncoder(width) for width in layout.widths],
        UNet(layout.more),
        Decoder(base, layout.scaling),
        Encoder(base, layout.scaling, layout.encoder == "latent_parameters"),
        SafetyChecker(),
    )
    for module in [*made.text, made.unet, made.decoder, made.encoder, made.checker]:
        for parameter in module.parameters():
            parameter.copy_(parameter.half().float())
    return made


def write_folder(folder: Path, layout: Layout, networks: Networks) -> None:
    """Graphs, tokenizers and configurations."""
    index: dict[str, Any] = {"_class_name": layout.pipeline, "_diffusers_version": "0.30.0"}
    if layout.pipeline == "StableDiffusionXLPipeline":
        index["force_zeros_for_empty_prompt"] = True
    scheduler = layout.scheduler.json() | ({} if layout.called is None else {"_class_name": layout.called})
    write_json(folder / "model_index.json", index)
    write_json(folder / "scheduler" / "scheduler_config.json", scheduler)
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\nA tiny network for tests.\n")
    for i, module in enumerate(networks.text):
        last = "" if i == 0 else f"_{i + 1}"
        write_tokenizer(folder / f"tokenizer{last}", layout.pads[i], layout.as_one)
        layers = 12 if i == 0 else 32
        write_json(folder / f"text_encoder{last}" / "config.json", {"num_hidden_layers": layers})
        write_text_encoder(folder / f"text_encoder{last}" / "model.onnx", layout, i, module)
    write_unet(folder / "unet" / "model.onnx", layout, networks.unet)
    write_json(folder / "unet" / "config.json", {"sample_size": layout.side or 64, "in_channels": 4})
    write_vae(folder, layout, networks)
    if layout.has_checker:
        write_checker(folder, layout, networks.checker)


def write_tokenizer(folder: Path, pad: str, as_one: bool) -> None:
    for name, content in TinyTokenizer().files(pad, as_one).items():
        if isinstance(content, str):
            (folder / name).write_text(content)
        else:
            write_json(folder / name, content)


def write_text_encoder(path: Path, layout: Layout, i: int, module: TextEncoder) -> None:
    ids = torch.ones(1, LENGTH, dtype=layout.ids[i])
    names: list[str] = ["last_hidden_state", "pooler_output"]
    wrapped: nn.Module = module
    if len(layout.widths) == 2 and i == 0:
        names, wrapped = ["hidden_states.11"], FirstEncoder(module)
    elif len(layout.widths) == 2:
        names, wrapped = ["text_embeds", "hidden_states.31"], SecondEncoder(module)
    axes = {} if layout.side else {name: {0: "batch"} for name in ("input_ids", *names)}
    write_graph(path, wrapped, {"input_ids": ids}, names, axes, layout.dtype)


def write_unet(path: Path, layout: Layout, module: UNet) -> None:
    side, rows = layout.side or 8, 1 if layout.side else 2
    inputs = {
        "sample": torch.zeros(rows, 4, side, side),
        "timestep": layout.timestep,
        "encoder_hidden_states": torch.zeros(rows, LENGTH, sum(layout.widths)),
        **{name: torch.zeros(rows, size) for name, size in layout.more.items()},
    }
    free = {0: "batch", 2: "height", 3: "width"}
    axes: dict[str, dict[int, str]] = {}
    if layout.side is None:
        axes = {"sample": free, "out_sample": free} | {
            name: {0: "batch"} for name in inputs if name not in ("sample", "timestep")
        }
    write_graph(path, module, inputs, ["out_sample"], axes, layout.dtype, layout.weights)


def write_vae(folder: Path, layout: Layout, networks: Networks) -> None:
    side = layout.side or 8
    free = {} if layout.side else {0: "batch", 2: "height", 3: "width"}
    latents, picture = torch.zeros(1, 4, side, side), torch.zeros(1, 3, 8 * side, 8 * side)
    axes = {"latent_sample": free, "sample": free}
    decoder = folder / "vae_decoder" / "model.onnx"
    write_graph(decoder, networks.decoder, {"latent_sample": latents}, ["sample"], axes, layout.dtype)
    config = {"latent_channels": 4, "block_out_channels": [4, 4, 4, 4]}
    # Where it is left out, the scaling is that of the pipeline's kind.
    if layout.pipeline == "StableDiffusionXLPipeline":
        config["scaling_factor"] = layout.scaling
    write_json(decoder.parent / "config.json", config)
    if layout.encoder is not None:
        axes = {"sample": free, layout.encoder: free}
        path = folder / "vae_encoder" / "model.onnx"
        write_graph(path, networks.encoder, {"sample": picture}, [layout.encoder], axes, layout.dtype)


def write_checker(folder: Path, layout: Layout, checker: SafetyChecker) -> None:
    write_json(folder / "feature_extractor" / "preprocessor_config.json", PREPROCESSOR)
    inputs = {"clip_input": torch.zeros(1, 3, SIDE, SIDE), "images": torch.zeros(1, 8, 8, 3)}
    axes = {
        "clip_input": {0: "batch", 1: "channels", 2: "height", 3: "width"},
        "images": {0: "batch", 1: "height", 2: "width", 3: "channels"},
    }
    path = folder / "safety_checker" / "model.onnx"
    write_graph(path, checker, inputs, ["out_images", "has_nsfw_concepts"], axes, layout.dtype)


def write_graph(
    path: Path,
    module: nn.Module,
    inputs: dict[str, torch.Tensor],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    dtype: torch.dtype,
    weights: str | None = None,
) -> None:
    """One graph; with its weights in a file of that name where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cast = {k: v.to(dtype) if v.is_floating_point() and v.dim() > 1 else v for k, v in inputs.items()}
    torch.onnx.export(
        module.to(dtype).eval(),
        tuple(cast.values()),
        str(path),
        input_names=list(cast),
        output_names=outputs,
        dynamic_axes={k: v for k, v in axes.items() if v},
        opset_version=17,
        dynamo=False,
    )
    module.float()
    model = onnx.load(path)
    onnx.checker.check_model(model)
    if weights is not None:
        (path.parent / weights).unlink(missing_ok=True)
        onnx.save(model, path, save_as_external_data=True, location=weights, size_threshold=256)


def write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
