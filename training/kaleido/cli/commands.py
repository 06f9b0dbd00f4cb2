"""The commands of `kaleido-train`, in the order of its help."""

from kaleido.cli import (
    bank,
    begin,
    diffusers,
    drawn,
    evaluator,
    everything,
    export,
    joint,
    judge,
    language,
    likeness,
    parts,
    prior,
    prior_report,
    rounding,
    sheet,
    tokenizer,
    toy,
)

_STAGES = (begin, bank, tokenizer, prior, joint, sheet, export, parts, likeness, drawn, rounding)
_REPORTS = (evaluator, judge, prior_report, toy)
_FIXTURES = (diffusers, language)
COMMANDS = {module.COMMAND.name: module.COMMAND for module in (*_STAGES, *_REPORTS, *_FIXTURES, everything)}
