"""`kaleido-train`: one sub-command per stage of training, and `all`, which goes through them and resumes what is under way."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from kaleido.bundle_import import begin_run
from kaleido.config import Config, load_config
from kaleido.data.artwork import Artwork
from kaleido.data.folder import folder_artwork
from kaleido.export import export_bundle
from kaleido.latents.extract import extract_canvases, extract_folder, extract_tokens
from kaleido.models.schedule import Schedule
from kaleido.prior_report.report import write_report
from kaleido.prior_report.sizes import FULL, QUICK
from kaleido.problem import Problem
from kaleido.rounding import compare_rounding
from kaleido.sample import sample_sheet
from kaleido.toy.report import run_toy
from kaleido.train.common import load
from kaleido.train.dataset import read_vocabulary
from kaleido.train.evaluator import export_evaluator, train_evaluator
from kaleido.train.joint import averaged_model, train_joint
from kaleido.train.tokenizer import read_tokenizer, train_tokenizer

ROOT = Path(__file__).resolve().parents[1]
# Settings of the tokenizer that may change while a run goes on; all others fix shapes or what was extracted.
FREE = {"batch", "learning_rate", "minutes", "warmup"}


@dataclass(frozen=True)
class Job:
    """What every stage gets: settings and places. `command` is what makes the bundle again, without the places."""

    config: Config
    data: Path
    run: Path
    out: Path
    threads: int
    folder: Path | None
    command: str
    prompts: tuple[str, ...] = ()
    bundle: Path = ROOT.parent / "models" / "stickers"
    quick: bool = False


def begin(job: Job) -> None:
    """Begins a run from an exported bundle, to train it on."""
    begin_run(job.bundle, job.config, job.run)
    print(f"{job.run} goes on from {job.bundle}: run `kaleido-train all` with the same options next")


def render(job: Job) -> None:
    """Renders the artwork to RGBA with Node."""
    where = ROOT / "render"
    if not where.is_dir():
        raise Problem(f"{where} is missing: install from a checkout with `pip install -e .`")
    for command in (["npm", "ci"], ["node", "render.js", str(job.data.resolve())]):
        program = shutil.which(command[0])
        if not program:
            raise Problem(f"{command[0]} is missing: install Node.js 20 or newer, which rendering the artwork needs")
        if subprocess.run([program, *command[1:]], cwd=where, check=False).returncode:
            raise Problem(f"`{' '.join(command)}` failed in {where}: its own message stands above")


def tokenizer(job: Job) -> None:
    """Trains the visual tokenizer on the artwork, or on the user's pictures."""
    if trained(job, "tokenizer") >= job.config.tokenizer.minutes:
        print(f"the tokenizer has had its {job.config.tokenizer.minutes:g} minutes; raise tokenizer.minutes to train it on")
        return
    before_joint(job)
    art = folder_artwork(job.folder) if job.folder else Artwork.load(need_artwork(job), job.config.canvas)
    train_tokenizer(job.config, art, job.run)


def extract(job: Job) -> None:
    """Composes or reads the canvases and extracts every latent."""
    need_tokenizer(job)
    # A run begun from a bundle has its models before its canvases.
    if (job.run / "latents.jsonl").exists():
        before_joint(job)
    if job.folder:
        extract_folder(job.config, job.folder, job.run)
    else:
        extract_canvases(job.config, need_artwork(job), job.run, job.threads)
    extract_tokens(job.config, job.run)


def joint(job: Job) -> None:
    """Trains prior and denoiser."""
    need_tokenizer(job)
    need_codes(job)
    if trained(job, "joint") >= job.config.joint.minutes:
        print(f"the joint stage has had its {job.config.joint.minutes:g} minutes; raise joint.minutes to train it on")
        return
    train_joint(job.config, job.run)


@torch.no_grad()
def sheet(job: Job) -> None:
    """Paints samples of the last checkpoint."""
    need_joint(job)
    config, run, path = job.config, job.run, job.run / "sheets" / "sheet.png"
    vocabulary, visual = read_vocabulary(config, run), read_tokenizer(config, run)
    state = load(run / "joint.pt")
    schedule = Schedule(config.joint.snr_power) if state["joint_steps"] else None
    sample_sheet(path, averaged_model(config, state, vocabulary, visual), visual, vocabulary, schedule, list(job.prompts) or None)
    print(f"wrote {path}")


def export(job: Job) -> None:
    """Writes the bundle."""
    need_joint(job)
    export_bundle(job.config, job.run, job.out, job.command)
    print(f"wrote {job.out}")


def evaluator(job: Job) -> None:
    """Trains the network that `kaleido eval` judges pictures with, and writes it."""
    if not (job.run / "tokenizer.json").exists():
        raise Problem(f"the text tokenizer of {job.run} is missing: run `kaleido-train extract` first")
    train_evaluator(job.config, need_artwork(job), job.run)
    out = job.out.with_name("evaluator")
    export_evaluator(job.config, job.data, job.run, out, job.command.replace(" all ", " evaluator "))
    print(f"wrote {out}")


def prior_report(job: Job) -> None:
    """Measures the prior of the last checkpoint for docs/prior.md; --out (docs) is where that goes."""
    need_joint(job)
    command = f"kaleido-train prior-report{' --quick' if job.quick else ''}"
    write_report(job.config, job.run, job.out, QUICK if job.quick else FULL, command)
    print(f"wrote {job.out}/prior.json and {job.out}/prior.md")


def rounding(job: Job) -> None:
    """Compares the pictures of the exported bundle (--out) with those of the run's own weights, which it rounds to float16."""
    need_joint(job)
    found = compare_rounding(job.config, job.run, job.out)
    print(f"{found['plans']:.1%} of plans are the same token for token")
    print(f"pictures of the same plans differ by {found['mean']:.3f} of 255 on average and {found['largest']:.1f} at most; {found['visible']:.3%} of values by more than 2")


def toy(job: Job) -> None:
    """Runs the toy experiment of docs/toy.md; of the options it takes --out (docs)."""
    # Its matrices are too small to gain from more, and sums split otherwise would change the numbers.
    torch.set_num_threads(1)
    run_toy(job.out)
    print(f"wrote {job.out}/toy.json and {job.out}/toy.png")


def everything(job: Job) -> None:
    """Every stage in order; those whose work is done are left out."""
    if not job.folder and not (job.data / "stickers.json").exists():
        render(job)
    tokenizer(job)
    if not (job.run / "latents.jsonl").exists():
        extract(job)
    elif stale_codes(job):
        before_joint(job)
        extract_tokens(job.config, job.run)
    joint(job)
    sheet(job)
    export(job)


STAGES = {"begin": begin, "render": render, "tokenizer": tokenizer, "extract": extract, "joint": joint, "sheet": sheet, "export": export, "evaluator": evaluator, "prior-report": prior_report, "rounding": rounding, "toy": toy, "all": everything}


def trained(job: Job, stage: str) -> float:
    """Minutes that a stage's checkpoint has been trained for; 0 where there is none."""
    state = load(job.run / f"{stage}.pt")
    return state["minutes"] if state else 0.0


def stale_codes(job: Job) -> bool:
    """Whether the visual tokens are missing or older than what they were made from."""
    codes, sources = job.run / "codes.npy", [job.run / "tokenizer.pt", job.run / "latents.jsonl"]
    return not codes.exists() or codes.stat().st_mtime < max(s.stat().st_mtime for s in sources)


def need_artwork(job: Job) -> Path:
    """The artwork's folder. Raises Problem where nothing was rendered."""
    if not (job.data / "stickers.json").exists():
        raise Problem(f"{job.data} holds no artwork: run `kaleido-train render` first, or point --data to where it wrote")
    return job.data


def need_tokenizer(job: Job) -> None:
    """Raises Problem unless the visual tokenizer has had its time."""
    spent, wanted = trained(job, "tokenizer"), job.config.tokenizer.minutes
    if spent < wanted:
        state = f"has trained {spent:.1f} of {wanted:g} minutes" if spent else "is not trained yet"
        raise Problem(f"the visual tokenizer of {job.run} {state}: run `kaleido-train tokenizer` with the same options first")


def need_codes(job: Job) -> None:
    """Raises Problem unless every latent is extracted and no older than the tokenizer."""
    if not (job.run / "latents.jsonl").exists() or stale_codes(job):
        raise Problem(f"the latents of {job.run} are missing or older than its tokenizer: run `kaleido-train extract` first")


def need_joint(job: Job) -> None:
    """Raises Problem where the joint stage has no checkpoint yet."""
    if not (job.run / "joint.pt").exists():
        raise Problem(f"{job.run}/joint.pt is missing: run `kaleido-train joint` with the same options first")


def before_joint(job: Job) -> None:
    """Raises Problem where the prior has already learned the codes that are about to change."""
    if (job.run / "joint.pt").exists():
        raise Problem(f"{job.run}/joint.pt has learned the latents as they are: name another --run, or delete it to start anew")


def same_settings(config: Config, run: Path) -> None:
    """Raises Problem where `run` was begun with other canvases or sizes; otherwise notes them in `run/settings.json`."""
    path, sections = run / "settings.json", asdict(config)
    shaping = ("canvas", "tokenizer", "latents", "model")
    kept = {f"{s}.{k}": v for s in shaping for k, v in sections[s].items() if s != "tokenizer" or k not in FREE}
    now = json.loads(json.dumps(kept))
    before = json.loads(path.read_text()) if path.exists() else {}
    changed = [f"{k} was {before[k]}, is {v}" for k, v in now.items() if before.get(k, v) != v]
    if changed:
        raise Problem(f"{run} was begun with other settings ({'; '.join(changed)}): name another --run, or delete that folder")
    run.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(now, indent=1) + "\n")


def parse(arguments: list[str]) -> tuple[str, Job]:
    """The stage's name and its job. Raises Problem on a config that cannot be read; exits on bad options, as argparse does."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", type=Path, default=ROOT / "configs" / "stickers.yaml", help="settings (configs/stickers.yaml)")
    common.add_argument("--data", type=Path, default=ROOT / "data", help="where the rendered artwork lies (training/data)")
    common.add_argument("--run", type=Path, help="where checkpoints, latents, logs and sheets go (training/runs/NAME)")
    common.add_argument("--out", type=Path, help="where the bundle goes (models/NAME)")
    common.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads and processes to use (all cores)")
    common.add_argument("--folder", type=Path, help="train on your own pictures and captions instead of the artwork (README)")
    parser = argparse.ArgumentParser(prog="kaleido-train", description="Trains and exports a Kaleido bundle.")
    stages = parser.add_subparsers(dest="stage", required=True, metavar="STAGE")
    for name, stage in STAGES.items():
        added = stages.add_parser(name, parents=[common], help=stage.__doc__, description=stage.__doc__)
        if name == "begin":
            added.add_argument("bundle", type=Path, nargs="?", default=Job.bundle, help="the bundle's folder (models/stickers)")
        if name == "sheet":
            added.add_argument("prompts", nargs="*", help="prompts to paint (twenty everyday ones)")
        if name == "prior-report":
            added.add_argument("--quick", action="store_true", help="a twentieth of the samples")
    options = parser.parse_args(arguments)
    if options.threads < 1:
        parser.error("--threads must be at least 1")
    try:
        config = load_config(options.config)
    except OSError as error:
        raise Problem(f"{options.config} cannot be read ({error.strerror}): name a file of training/configs with --config") from error
    except ValueError as error:
        raise Problem(str(error)) from error
    command = f"kaleido-train all --config {shown(options.config)}" + (f" --folder {options.folder.name}" if options.folder else "")
    run, out = options.run or ROOT / "runs" / config.name, options.out or ROOT.parent / ("docs" if options.stage in ("prior-report", "toy") else f"models/{config.name}")
    prompts = tuple(p for p in getattr(options, "prompts", ()) if p.strip())
    return options.stage, Job(config, options.data, run, out, options.threads, options.folder, command, prompts, getattr(options, "bundle", Job.bundle), getattr(options, "quick", False))


def shown(path: Path) -> str:
    """A config's path as the bundle tells it: no folder of its author's machine."""
    path = path.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def main(arguments: list[str] | None = None) -> int:
    """Runs one stage; returns the exit status: 0, 1 for a problem that its message explains, 130 when interrupted."""
    try:
        stage, job = parse(sys.argv[1:] if arguments is None else arguments)
        torch.set_num_threads(job.threads)
        if stage not in ("render", "toy"):
            same_settings(job.config, job.run)
        STAGES[stage](job)
    except Problem as problem:
        print(f"kaleido-train: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("kaleido-train: stopped; the same command goes on from the last checkpoint", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
