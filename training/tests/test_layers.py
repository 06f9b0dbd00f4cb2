"""The rooms of `kaleido` and which way imports go between them. The rules are read by README's "Layers" too."""

import ast
from pathlib import Path

import pytest

from kaleido.checkout import ROOT

# From the lowest to the highest: a file imports from its own room and from those to the left of it.
LAYERS = (
    "problem",
    "checkout",
    "config",
    "data",
    "latents",
    "models",
    "sampling",
    "stages",
    "bundle",
    "diffusers",
    "reports",
    "cli",
)
PACKAGE = ROOT / "kaleido"
# Each of these packages has one home.
HOMES = {
    "argparse": ("cli",),
    "onnx": ("bundle", "diffusers"),
    "onnxruntime": ("bundle",),
    "PIL": ("data", "diffusers", "sampling", "reports"),
    "yaml": ("config", "data"),
}


def imports(path: Path) -> list[str]:
    """The modules that a file imports, wherever in it, names of `from x import y` included."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively: name the module in full"
            found += [f"{node.module}.{name.name}" for name in node.names]
    return found


def room(module: str) -> str:
    """`data` of `kaleido.data.bank`."""
    return module.split(".")[1]


def module_of(path: Path, package: Path) -> str:
    return ".".join(path.relative_to(package.parent).with_suffix("").parts)


def upward(package: Path) -> list[str]:
    """Every import of a room by one that stands lower."""
    return [
        f"{path.relative_to(package)} imports {found}"
        for path in sorted(package.rglob("*.py"))
        if path != package / "__init__.py"
        for found in imports(path)
        if found.startswith("kaleido.") and LAYERS.index(room(found)) > LAYERS.index(room(module_of(path, package)))
    ]


def cycle(package: Path) -> list[str]:
    """The modules of a cycle of imports; none where there is no cycle."""
    modules = {module_of(path, package): path for path in package.rglob("*.py") if path.name != "__init__.py"}
    arrows = {
        name: {m for found in imports(path) for m in (found, found.rpartition(".")[0]) if m in modules} - {name}
        for name, path in modules.items()
    }
    while leaves := [name for name, to in arrows.items() if not to]:
        arrows = {name: to - set(leaves) for name, to in arrows.items() if name not in leaves}
    return sorted(arrows)


def test_every_room_is_a_layer():
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__"} == set(LAYERS)


def test_imports_go_one_way():
    assert upward(PACKAGE) == []


def test_no_modules_import_each_other():
    assert cycle(PACKAGE) == []


@pytest.mark.parametrize("package", HOMES)
def test_a_package_has_one_home(package: str):
    users = {
        room(module_of(path, PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if any(found.split(".")[0] == package for found in imports(path))
    }
    assert users <= set(HOMES[package])


def test_an_arrow_up_and_a_cycle_would_be_seen(tmp_path: Path):
    package = tmp_path / "kaleido"
    (package / "data").mkdir(parents=True)
    (package / "cli").mkdir()
    (package / "data" / "bank.py").write_text("def late():\n    from kaleido.cli.main import main\n")
    (package / "cli" / "main.py").write_text("import kaleido.data.bank\n")
    assert upward(package) == ["data/bank.py imports kaleido.cli.main.main"]
    assert cycle(package) == ["kaleido.cli.main", "kaleido.data.bank"]
