"""The files of a bundle's folder (docs/bundle.md): which there are, and what its manifest records of each."""

import hashlib

FORMAT = 6
MANIFEST = "kaleido.json"
GRAPHS = (
    "text_encoder.onnx",
    "prior.onnx",
    "visual_decoder.onnx",
    "visual_encoder.onnx",
    "conditioner.onnx",
    "denoiser.onnx",
)


def record(content: bytes) -> dict[str, str | int]:
    """What a manifest records of a file."""
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
