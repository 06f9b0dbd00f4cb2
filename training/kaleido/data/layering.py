"""The layers of a scene from back to front, and what is measured of them: blobs and palette."""

import numpy as np

from kaleido.data.catalogue import Catalogue
from kaleido.data.geometry import blob_steps, palette_steps
from kaleido.data.placing import Placing
from kaleido.data.scene import Arrangement, Layer, Object
from kaleido.data.units import SIZE


class Layering:
    """Makes layers of objects that have their places."""

    def __init__(self, catalogue: Catalogue, placing: Placing):
        self.catalogue, self.tables, self.placing = catalogue, catalogue.tables, placing

    def layers(self, shown: Arrangement) -> tuple[list[Layer], list[int]]:
        """Layers from back to front, and which of them are the objects themselves."""
        style = shown.style
        layers: list[Layer] = []
        own: list[int] = []
        for o in shown.objects:
            behind, front = self._marks(style, o)
            layers += behind
            own.append(len(layers))
            layers.append(Layer(o.picture, o.paint, o.flip, o.x, o.y, o.side))
            if o.mood:
                cx, cy, radius = self.catalogue.circle[o.picture]
                side = 2 * radius / self.tables.layouts.disc * self.tables.layouts.scale * o.side
                x, y = o.x + o.side * (1 - cx if o.flip else cx), o.y + o.side * cy
                face = self.catalogue.moods[style][o.mood]
                layers.append(Layer(face, 0, False, x - side / 2, y - side / 2, side))
            layers += front
        return layers, own

    def _marks(self, style: str, o: Object) -> tuple[list[Layer], list[Layer]]:
        """Layers of the object's mark, behind it and in front of it."""
        if not o.mark:
            return [], []
        mark, layouts = self.tables.marks[o.mark], self.tables.layouts
        picture = self.catalogue.pictures[style][mark.thing][0]
        x0, y0, x1, y1 = self.placing.bounds(o)
        width, height = x1 - x0, y1 - y0
        if mark.at == "eyes":
            side = layouts.eyes.side * width
            tops = y0 + layouts.eyes.y * height
            return [], [Layer(picture, 0, False, x0 + width * x - side / 2, tops, side) for x in layouts.eyes.x]
        if mark.at == "behind":
            side = layouts.behind * max(width, height)
            return [Layer(picture, 0, False, x0 + width / 2 - side / 2, y1 - side, side)], []
        corner = layouts.corner
        side, margin = corner.side * max(width, height), corner.margin * SIZE
        x, y = min(x1 - corner.out * side, SIZE - margin - side), max(y0 - corner.up * side, margin)
        return [], [Layer(picture, 0, False, x, y, side)]

    def blob(self, layer: Layer) -> tuple[int, int, int, int, int]:
        """The ellipse of a layer (`blob_steps`), by the moments of its picture."""
        x, y, xx, xy, yy = self.catalogue.moments[layer.picture]
        if layer.flip:
            x, xy = 1 - x, -xy
        scale = layer.side * layer.side
        return blob_steps(layer.x + layer.side * x, layer.y + layer.side * y, xx * scale, xy * scale, yy * scale)

    def palette(self, layers: list[Layer]) -> list[tuple[int, int]]:
        """The canvas's main colours (`palette_steps`). Areas are those of whole pictures: what one hides of another is
        not taken off."""
        areas, whole = np.zeros(len(self.catalogue.bank.palette), np.float32), 0.0
        for layer in layers:
            entries, shares = self.catalogue.bank.histogram(layer.picture, layer.paint)
            area = self.catalogue.area[layer.picture] * layer.side * layer.side
            areas[entries] += shares * np.float32(area / 255)
            whole += area
        return palette_steps(areas, self.catalogue.same, whole)
