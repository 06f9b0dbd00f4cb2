"""Reference schedulers of latent diffusion models, as their papers write them, over σ beside a clean picture of scale
1: x = x0 + σ ε, which the network reads as x / √(1 + σ²). The engine goes through states of unit power instead; its
traces are compared with those of here."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

Array = np.ndarray
# From what the network reads and the timestep to its output.
Network = Callable[[Array, float], Array]


@dataclass(frozen=True)
class Config:
    """What of `scheduler_config.json` counts."""

    scheduler: str
    beta_start: float = 0.00085
    beta_end: float = 0.012
    beta_schedule: str = "scaled_linear"
    prediction_type: str = "epsilon"
    timestep_spacing: str = "linspace"
    steps_offset: int = 0
    use_karras_sigmas: bool = False
    rescale_betas_zero_snr: bool = False
    original_inference_steps: int = 50
    timestep_scaling: float = 10.0
    shift: float = 1.0
    num_train_timesteps: int = 1000

    def json(self) -> dict[str, object]:
        """The same as the file has it."""
        names = [f for f in self.__dataclass_fields__ if f != "scheduler"]
        return {"_class_name": self.scheduler} | {name: getattr(self, name) for name in names}


@dataclass(frozen=True)
class Trace:
    """What one run went through: timesteps, what the network read at each, and the clean latents."""

    timesteps: list[float]
    read: list[Array]
    clean: Array


@dataclass(frozen=True)
class Begin:
    """Noise, that of each step, and clean latents to begin with instead of nothing."""

    noise: Array
    steps: list[Array]
    latents: Array | None = None
    strength: float = 1.0


def cumulative_alphas(config: Config) -> Array:
    """ᾱ of every timestep (Ho et al., arXiv 2006.11239; Nichol & Dhariwal, arXiv 2102.09672, Eq. 17; Lin et al., arXiv
    2305.08891, Algorithm 1)."""
    count = config.num_train_timesteps
    if config.beta_schedule == "linear":
        betas = np.linspace(config.beta_start, config.beta_end, count)
    elif config.beta_schedule == "scaled_linear":
        betas = np.linspace(config.beta_start**0.5, config.beta_end**0.5, count) ** 2
    else:
        level = np.cos((np.arange(count + 1) / count + 0.008) / 1.008 * np.pi / 2) ** 2
        betas = np.minimum(1 - level[1:] / level[:-1], 0.999)
    alphas = np.cumprod(1 - betas)
    if config.rescale_betas_zero_snr:
        root = np.sqrt(alphas)
        alphas = ((root - root[-1]) * root[0] / (root[0] - root[-1])) ** 2
        alphas[-1] = 2.0**-24
    return alphas


def spaced(config: Config, steps: int, left_out: int) -> Array:
    """Falling timesteps (Lin et al., arXiv 2305.08891, Table 2)."""
    count, points = config.num_train_timesteps, steps + left_out
    if config.timestep_spacing == "linspace":
        return np.linspace(0, count - 1, points)[::-1][:steps]
    if config.timestep_spacing == "leading":
        return (np.arange(points) * (count // points))[::-1][:steps].astype(float) + config.steps_offset
    return np.round(count - np.arange(steps) * count / steps) - 1


def karras(sigmas: Array, steps: int) -> Array:
    """Karras et al., arXiv 2206.00364, Eq. 5 with ρ = 7."""
    ramp = np.linspace(0, 1, steps)
    return (sigmas[-1] ** (1 / 7) + ramp * (sigmas[0] ** (1 / 7) - sigmas[-1] ** (1 / 7))) ** 7


def levels(config: Config, steps: int, left_out: int) -> tuple[Array, Array]:
    """Timesteps and σ of each; those of a solver that leaves one out are whole."""
    alphas = cumulative_alphas(config)
    sigmas = np.sqrt((1 - alphas) / alphas)
    whole: Callable[[Array], Array] = np.round if left_out else lambda t: t
    if config.use_karras_sigmas:
        wanted = karras(sigmas, steps)
        return whole(np.interp(np.log(wanted), np.log(sigmas), np.arange(len(sigmas)))), wanted
    timesteps = whole(spaced(config, steps, left_out))
    return timesteps, np.interp(timesteps, np.arange(len(sigmas)), sigmas)


def clean_latents(config: Config, output: Array, x: Array, sigma: float) -> Array:
    """x0 by what the output is; velocity is that of the state of unit power (Salimans & Ho, arXiv 2202.00512)."""
    if config.prediction_type == "sample":
        return output
    if config.prediction_type == "v_prediction":
        return x / (1 + sigma**2) - output * sigma / math.sqrt(1 + sigma**2)
    return x - sigma * output


def kept(count: int, strength: float) -> int:
    """How many of the steps a picture to begin with leaves."""
    return max(1, round(strength * count))


def euler(config: Config, steps: int, network: Network, begin: Begin) -> Trace:
    """Euler's method over σ (Karras et al., arXiv 2206.00364, Algorithm 1 at order one), and its ancestral form
    (k-diffusion), which goes to σ_down and adds noise of σ_up."""
    timesteps, sigmas = levels(config, steps, 0)
    first = kept(steps, begin.strength)
    timesteps, sigmas = timesteps[-first:], np.append(sigmas[-first:], 0)
    if begin.latents is not None:
        x = begin.latents + begin.noise * sigmas[0]
    else:
        x = begin.noise * (math.sqrt(1 + sigmas[0] ** 2) if config.timestep_spacing == "leading" else sigmas[0])
    read = []
    for i, timestep in enumerate(timesteps):
        sigma, after = sigmas[i], sigmas[i + 1]
        read.append(x / math.sqrt(1 + sigma**2))
        slope = (x - clean_latents(config, network(read[-1], timestep), x, sigma)) / sigma
        if config.scheduler == "EulerAncestralDiscreteScheduler":
            up = math.sqrt(after**2 * (sigma**2 - after**2) / sigma**2)
            down = math.sqrt(after**2 - up**2)
            x = x + (down - sigma) * slope + up * begin.steps[i]
        else:
            x = x + (after - sigma) * slope
    return Trace(timesteps.tolist(), read, x)


def dpm_solver(config: Config, steps: int, network: Network, begin: Begin) -> Trace:
    """DPM-Solver++(2M) (Lu et al., arXiv 2211.01095, Algorithm 2) over λ = −log σ, in states of unit power."""
    timesteps, sigmas = levels(config, steps, 1)
    first = kept(steps, begin.strength)
    timesteps, sigmas = timesteps[-first:], sigmas[-first:]
    alpha = 1 / np.sqrt(1 + sigmas**2)
    noise, lam = sigmas * alpha, -np.log(sigmas)
    x = begin.noise if begin.latents is None else alpha[0] * begin.latents + noise[0] * begin.noise
    read, predicted = [], []
    for i, timestep in enumerate(timesteps):
        read.append(x)
        output = network(x, timestep)
        predicted.append(clean_latents(config, output, x / alpha[i], sigmas[i]))
        if i == len(timesteps) - 1:
            x = predicted[-1]
            break
        h = lam[i + 1] - lam[i]
        data = predicted[-1]
        if i > 0:
            r = (lam[i] - lam[i - 1]) / h
            data = (1 + 1 / (2 * r)) * predicted[-1] - 1 / (2 * r) * predicted[-2]
        x = noise[i + 1] / noise[i] * x - alpha[i + 1] * math.expm1(-h) * data
    return Trace(timesteps.tolist(), read, x)


def lcm(config: Config, steps: int, network: Network, begin: Begin) -> Trace:
    """Multistep consistency sampling (Luo et al., arXiv 2310.04378, Algorithm 3), with the boundary condition of Song
    et al., arXiv 2303.01469, Appendix C."""
    alphas = cumulative_alphas(config)
    count = config.original_inference_steps
    distilled = np.arange(1, int(count * begin.strength) + 1) * (config.num_train_timesteps // count) - 1
    picked = np.floor(np.linspace(0, len(distilled), steps, endpoint=False)).astype(int)
    timesteps = distilled[::-1][picked]
    root, noise = np.sqrt(alphas), np.sqrt(1 - alphas)
    x = begin.noise if begin.latents is None else root[timesteps[0]] * begin.latents + noise[timesteps[0]] * begin.noise
    read = []
    for i, t in enumerate(timesteps):
        read.append(x)
        sigma = noise[t] / root[t]
        predicted = clean_latents(config, network(x, t), x / root[t], sigma)
        scaled = t * config.timestep_scaling
        x = 0.25 / (scaled**2 + 0.25) * x + scaled / math.sqrt(scaled**2 + 0.25) * predicted
        if i < len(timesteps) - 1:
            following = timesteps[i + 1]
            x = root[following] * x + noise[following] * begin.steps[i]
    return Trace(timesteps.tolist(), read, x)


def flow_match(config: Config, steps: int, network: Network, begin: Begin) -> Trace:
    """Euler's method along a rectified flow (Esser et al., arXiv 2403.03206), its levels shifted by Eq. 23."""

    def shifted(sigma: Array | float) -> Array:
        return np.asarray(config.shift * sigma / (1 + (config.shift - 1) * sigma))

    sigmas = shifted(np.linspace(1, float(shifted(1 / config.num_train_timesteps)), steps))
    sigmas = np.append(sigmas[-kept(steps, begin.strength) :], 0)
    x = begin.noise if begin.latents is None else (1 - sigmas[0]) * begin.latents + sigmas[0] * begin.noise
    read, timesteps = [], sigmas[:-1] * config.num_train_timesteps
    for i, timestep in enumerate(timesteps):
        read.append(x)
        x = x + (sigmas[i + 1] - sigmas[i]) * network(x, timestep)
    return Trace(timesteps.tolist(), read, x)


METHODS = {
    "EulerDiscreteScheduler": euler,
    "EulerAncestralDiscreteScheduler": euler,
    "LCMScheduler": lcm,
    "DPMSolverMultistepScheduler": dpm_solver,
    "FlowMatchEulerDiscreteScheduler": flow_match,
}


def run(config: Config, steps: int, network: Network, begin: Begin) -> Trace:
    """The trace of a configuration's scheduler."""
    return METHODS[config.scheduler](config, steps, network, begin)


EULER, ANCESTRAL, LCM, DPM, FLOW = (Config(name) for name in METHODS)
# Configuration, steps and strength of each trace of the fixture.
TRACES: list[tuple[Config, int, float]] = [
    (EULER, 5, 1.0),
    (replace(EULER, timestep_spacing="trailing"), 1, 1.0),
    (replace(EULER, timestep_spacing="leading", steps_offset=1), 7, 1.0),
    (replace(EULER, use_karras_sigmas=True), 6, 1.0),
    (replace(EULER, prediction_type="v_prediction", timestep_spacing="leading", steps_offset=1), 6, 1.0),
    (replace(EULER, prediction_type="v_prediction", timestep_spacing="trailing", rescale_betas_zero_snr=True), 6, 1.0),
    (replace(EULER, beta_schedule="linear", beta_start=0.0001, beta_end=0.02, prediction_type="sample"), 6, 1.0),
    (replace(EULER, timestep_spacing="trailing"), 4, 0.75),
    (replace(ANCESTRAL, timestep_spacing="trailing"), 4, 1.0),
    (replace(ANCESTRAL, prediction_type="v_prediction"), 8, 0.5),
    (LCM, 4, 1.0),
    (LCM, 6, 0.75),
    (replace(LCM, prediction_type="v_prediction", original_inference_steps=100), 8, 1.0),
    (DPM, 8, 1.0),
    (replace(DPM, timestep_spacing="leading", steps_offset=1), 20, 0.75),
    (replace(DPM, timestep_spacing="trailing", prediction_type="v_prediction"), 16, 1.0),
    (replace(DPM, use_karras_sigmas=True), 10, 1.0),
    (replace(DPM, beta_schedule="squaredcos_cap_v2"), 6, 0.8),
    (FLOW, 4, 1.0),
    (replace(FLOW, shift=3.0), 9, 1.0),
    (replace(FLOW, shift=3.0), 8, 0.75),
]


def bent(x: Array, timestep: float) -> Array:
    """A network for traces that is a formula, and nothing like linear."""
    return 0.7 * x + 0.3 * np.sin(3 * x) + 0.05 * math.cos(timestep / 200)


def golden_schedulers() -> list[dict[str, object]]:
    """The traces as JSON: of four numbers each, with the noise that they were made of."""
    rng = np.random.default_rng(5)
    found = []
    for config, steps, strength in TRACES:
        noise, latents, *more = rng.normal(size=(2 + steps, 4)).round(4)
        begin = Begin(noise, more, latents if strength < 1 else None, strength)
        trace = run(config, steps, bent, begin)
        found.append(
            {
                "config": config.json(),
                "steps": steps,
                "strength": strength,
                "noise": noise.tolist(),
                "latents": latents.tolist() if strength < 1 else None,
                "step_noise": [one.tolist() for one in more],
                "timesteps": trace.timesteps,
                "read": [one.round(6).tolist() for one in trace.read],
                "clean": trace.clean.round(6).tolist(),
            }
        )
    return found
