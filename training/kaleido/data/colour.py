"""Colour spaces: sRGB to OKLab and back (Ottosson, "A perceptual color space for image processing", 2020), and plain names."""

import numpy as np

_RGB_TO_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]],
    np.float32,
)
_LMS_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]],
    np.float32,
)
_LAB_TO_LMS = np.linalg.inv(_LMS_TO_LAB).astype(np.float32)
_LMS_TO_RGB = np.linalg.inv(_RGB_TO_LMS).astype(np.float32)

# Prototypes that captions use; a pixel's name is that of the nearest prototype in OKLab.
NAMED = {
    "red": ["#d92b2b", "#b3261e"],
    "orange": ["#f58a1f", "#ff9d3b"],
    "yellow": ["#fcd53f", "#ffe36b", "#f7c600"],
    "green": ["#3aa845", "#7cc243", "#1f7a3a"],
    "teal": ["#1fa6a0", "#4fc9c0"],
    "blue": ["#2f6fde", "#1c4aa8", "#4fa3f0", "#8fc7f5"],
    "purple": ["#7d3fc4", "#a878e0", "#5a2a92"],
    "pink": ["#f06aa8", "#f7a6c8", "#e0418c"],
    "brown": ["#8a5533", "#5e3a24", "#b07a4a"],
    "cream": ["#f5e3c0", "#ffefd6"],
    "white": ["#ffffff", "#eef0f2"],
    "grey": ["#9aa0a6", "#c8ccd0", "#6b7076"],
    "black": ["#111111", "#2c2c30"],
}

# How far from an area's colour a pixel may lie and still belong to it, in OKLab; shadows and lights of the area count as near.
_REPAINT_REACH, _REPAINT_WEIGHTS = 0.12, np.array([0.6, 1, 1], np.float32)


def srgb_to_oklab(rgb: np.ndarray) -> np.ndarray:
    """sRGB in [0, 1], shape [..., 3], to OKLab of the same shape."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4).astype(np.float32)
    return np.cbrt(linear @ _RGB_TO_LMS.T) @ _LMS_TO_LAB.T


def oklab_to_srgb(lab: np.ndarray) -> np.ndarray:
    """OKLab, shape [..., 3], to sRGB clipped to [0, 1]."""
    linear = np.clip(((lab @ _LAB_TO_LMS.T) ** 3) @ _LMS_TO_RGB.T, 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055).astype(np.float32)


def rotate_hue(rgb: np.ndarray, degrees: float) -> np.ndarray:
    """Rotates the hue of sRGB [..., 3] in [0, 1] about OKLab's grey axis."""
    lab = srgb_to_oklab(rgb)
    turn = np.deg2rad(degrees)
    a, b = lab[..., 1].copy(), lab[..., 2].copy()
    lab[..., 1] = np.cos(turn) * a - np.sin(turn) * b
    lab[..., 2] = np.sin(turn) * a + np.cos(turn) * b
    return oklab_to_srgb(lab)


def repaint(rgb: np.ndarray, alpha: np.ndarray, colour: str) -> np.ndarray:
    """Gives the largest area of one named colour in sRGB [h, w, 3] with alpha [h, w] the `colour` (`#rrggbb`). Shading stays, as do eyes, outlines and
    whatever else is far from that area's colour."""
    lab = srgb_to_oklab(rgb)
    solid = lab[alpha > 0.5]
    if not len(solid):
        return rgb
    names = colour_names(solid)
    found, counts = np.unique(names, return_counts=True)
    centre = solid[names == found[counts.argmax()]].mean(0)
    distance = (((lab - centre) * _REPAINT_WEIGHTS) ** 2).sum(-1, keepdims=True)
    return oklab_to_srgb(lab + np.exp(-distance / (2 * _REPAINT_REACH**2)) * (srgb_to_oklab(hex_to_rgb(colour)) - centre))


def hex_to_rgb(text: str) -> np.ndarray:
    """`#rrggbb` to sRGB in [0, 1]."""
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255


def rgb_to_hex(rgb: np.ndarray) -> str:
    """sRGB in [0, 1] to `#rrggbb`."""
    return "#" + "".join(f"{int(round(float(c) * 255)):02x}" for c in rgb)


_NAMES = np.array([name for name, codes in NAMED.items() for _ in codes])
_NAME_LAB = np.stack([srgb_to_oklab(hex_to_rgb(code)) for codes in NAMED.values() for code in codes])


def colour_names(lab: np.ndarray) -> np.ndarray:
    """The plain English names [n] of OKLab colours [n, 3]."""
    return _NAMES[((lab[:, None] - _NAME_LAB) ** 2).sum(-1).argmin(1)]


def colour_name(lab: np.ndarray) -> str:
    """The plain English name of one OKLab colour."""
    return str(colour_names(lab[None])[0])
