"""A decoder of one layer with the names, types and shapes of exported language models (`input_ids`, `attention_mask`,
`past_key_values.0.key` … to `logits`, `present.0.key` …) and random weights: what it says is letters at random, so that
whatever form an answer has, something else gave it that form."""

import json
import string
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kaleido.diffusers.tokenizer import byte_letters

WIDTH = 16
SPECIALS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
# Added to the logits of letters, of which words are made, and of what ends them and a text.
LETTERS, ENDS, PIECES_OF_FORM = 4.0, 6.0, 12.0
# Halves of letters beyond ASCII, which trained models put together.
NEVER = -30.0
# Longer pieces, as trained vocabularies have such, of what answers are made of: fewer runs for each.
FORM = (
    '{"plans":[',
    '{"description":"',
    '","style":"',
    '","boxes":[',
    '{"label":"',
    '","x0":"',
    '","y0":"',
    '","x1":"',
    '","y1":"',
    '"}],"palette":[',
    '{"colour":"#',
    '","share":"0.',
    '"}],"probability":"0.',
    '"},{"description":"',
    '"}]}',
)
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def vocabulary() -> dict[str, int]:
    """Bytes, then what opens and ends messages."""
    tokens = [*byte_letters().values(), *FORM, *SPECIALS]
    return {token: i for i, token in enumerate(tokens)}


def tokenizer_json() -> dict[str, Any]:
    """A byte-level tokenizer without pairs, as Hugging Face's `tokenizer.json`."""
    table = vocabulary()
    added = [
        {
            "id": table[token],
            "content": token,
            "special": True,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
        }
        for token in SPECIALS
    ]
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        "normalizer": None,
        "pre_tokenizer": level,
        "post_processor": None,
        "decoder": level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "vocab": table,
            "merges": [],
        },
    }


def decoder_model(seed: int) -> onnx.ModelProto:
    """Logits of the last piece and of the mean of all before it."""
    rng = np.random.default_rng(seed)
    table = vocabulary()
    size = len(table)
    bias = np.zeros(size, np.float32)
    seen = {byte_letters()[ord(letter)] for letter in string.printable.strip() + " "}
    for token, i in table.items():
        if len(token) == 1 and token not in seen:
            bias[i] = NEVER
        elif token in string.ascii_lowercase:
            bias[i] = LETTERS
        elif token in FORM:
            bias[i] = PIECES_OF_FORM
        elif token == byte_letters()[ord(" ")]:
            bias[i] = (LETTERS + ENDS) / 2
        elif token == '"':
            bias[i] = ENDS

    def random(*shape: int) -> NDArray[np.float32]:
        return rng.normal(size=shape).astype(np.float32)

    weights: dict[str, NDArray[Any]] = {
        "table": random(size, WIDTH),
        "to_key": random(WIDTH, WIDTH),
        "to_value": random(WIDTH, WIDTH),
        "to_logits": random(WIDTH, size) / 2,
        "bias": bias,
        "heads": np.array([1], np.int64),
        "second": np.array([2], np.int64),
    }
    node = helper.make_node
    nodes = [
        node("Gather", ["table", "input_ids"], ["states"]),
        node("MatMul", ["states", "to_key"], ["flat_key"]),
        node("MatMul", ["states", "to_value"], ["flat_value"]),
        node("Unsqueeze", ["flat_key", "heads"], ["key"]),
        node("Unsqueeze", ["flat_value", "heads"], ["value"]),
        node("Concat", ["past_key_values.0.key", "key"], ["present.0.key"], axis=2),
        node("Concat", ["past_key_values.0.value", "value"], ["present.0.value"], axis=2),
        node("ReduceMean", ["present.0.value", "second"], ["mean"], keepdims=0),
        node("Tanh", ["mean"], ["bent"]),
        node("Add", ["states", "bent"], ["seen"]),
        node("MatMul", ["seen", "to_logits"], ["raw"]),
        node("Add", ["raw", "bias"], ["logits"]),
    ]
    floats, whole = TensorProto.FLOAT, TensorProto.INT64
    info = helper.make_tensor_value_info
    past: list[str | int | None] = ["batch_size", 1, "past_sequence_length", WIDTH]
    present: list[str | int | None] = ["batch_size", 1, "total_sequence_length", WIDTH]
    logits: list[str | int | None] = ["batch_size", "sequence_length", size]
    inputs = [
        info("input_ids", whole, ["batch_size", "sequence_length"]),
        info("attention_mask", whole, ["batch_size", "total_sequence_length"]),
        info("position_ids", whole, ["batch_size", "sequence_length"]),
        info("past_key_values.0.key", floats, past),
        info("past_key_values.0.value", floats, past),
    ]
    outputs = [
        info("logits", floats, logits),
        info("present.0.key", floats, present),
        info("present.0.value", floats, present),
    ]
    made = [numpy_helper.from_array(value, name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "decoder", inputs, outputs, made)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    return model


def write_decoder(folder: Path, seed: int = 7) -> None:
    """All that a folder of a language model holds."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(decoder_model(seed), folder / "onnx" / "model.onnx")
    ends = vocabulary()["<|im_end|>"]
    files = {
        "config.json": {
            "model_type": "llama",
            "architectures": ["LlamaForCausalLM"],
            "hidden_size": WIDTH,
            "head_dim": WIDTH,
            "num_attention_heads": 1,
            "num_key_value_heads": 1,
            "num_hidden_layers": 1,
            "vocab_size": len(vocabulary()),
            "eos_token_id": ends,
        },
        "generation_config.json": {"eos_token_id": ends},
        "tokenizer.json": tokenizer_json(),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "eos_token": "<|im_end|>",
            "pad_token": "<|endoftext|>",
            "model_max_length": 8192,
            "chat_template": TEMPLATE,
        },
    }
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n\nRandom weights, for tests.\n", encoding="utf-8")
