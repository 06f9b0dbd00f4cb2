import copy

import pytest
import torch
from torch import nn

from kaleido.models.kaleido import Kaleido
from kaleido.stages.optimise import Muon, Optimisers, is_inner, orthogonal


@pytest.mark.parametrize("shape", [(40, 60), (60, 40), (50, 50)])
def test_steps_are_nearly_orthogonal(shape):
    made = orthogonal(torch.randn(3, *shape, generator=torch.Generator().manual_seed(0)))
    values = torch.linalg.svdvals(made)
    assert made.shape == (3, *shape) and values.min() > 0.3 and values.max() < 1.4


def test_matrices_inside_go_to_muon_and_tables_and_norms_to_adamw(model: Kaleido):
    wide = nn.Module()
    wide.qkv, wide.embedding, wide.norm = nn.Linear(64, 96), nn.Embedding(64, 64), nn.LayerNorm(64)
    assert {n for n, p in wide.named_parameters() if is_inner(n, p)} == {"qkv.weight"}
    names = {n for n, p in model.named_parameters() if is_inner(n, p)}
    assert "prior.attention.0.qkv.weight" in names
    assert not names & {
        "prior.head",
        "prior.embedding.weight",
        "prior.place.weight",
        "denoiser.out32.2.weight",
        "denoiser.time.0.weight",
    }


def test_muon_goes_downhill():
    torch.manual_seed(0)
    wanted, weight = torch.randn(48, 40), nn.Parameter(torch.zeros(48, 40))
    optimiser = Muon([weight], weight_decay=0.0)
    losses = []
    for step in range(100):
        optimiser.param_groups[0]["lr"] = 0.1 * (1 - step / 100)
        loss = ((weight - wanted) ** 2).mean()
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert losses[-1] < 0.2 * losses[0]


def test_each_module_has_its_rate_and_states_are_restored():
    def made() -> tuple[nn.Linear, nn.Linear, Optimisers]:
        torch.manual_seed(0)
        one, two = nn.Linear(64, 64), nn.Linear(64, 64)
        return one, two, Optimisers([(one, 1e-2), (two, 0.0)])

    one, two, optimisers = made()
    still = two.weight.detach().clone()
    x = torch.randn(8, 64)
    for _ in range(3):
        optimisers.step((two(one(x)) ** 2).mean(), 1.0)
    assert torch.equal(two.weight, still)
    again, other, restored = made()
    again.load_state_dict(one.state_dict())
    # As from a checkpoint, which shares no memory with what goes on.
    restored.load(copy.deepcopy(optimisers.state_dicts()))
    for module, second, both in ((one, two, optimisers), (again, other, restored)):
        both.step((second(module(x)) ** 2).mean(), 0.5)
    torch.testing.assert_close(one.weight, again.weight, atol=0, rtol=0)


def test_networks_without_large_matrices_train_too():
    small = nn.Linear(4, 4)
    before = small.weight.detach().clone()
    Optimisers([(small, 1e-2)]).step((small(torch.ones(1, 4)) ** 2).mean(), 1.0)
    assert not torch.equal(before, small.weight)
