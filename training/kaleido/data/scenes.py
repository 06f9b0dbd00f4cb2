"""Scenes drawn at random of a bank's things. Words, boxes, blobs and palette follow from the measures of the
pictures."""

from dataclasses import replace

import numpy as np

from kaleido.config import SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.captions import Captions
from kaleido.data.catalogue import Catalogue
from kaleido.data.chance import pick
from kaleido.data.geometry import box_steps
from kaleido.data.layering import Layering
from kaleido.data.placing import Placing
from kaleido.data.scene import COUNT, LIST, SINGLE, Arrangement, Object, Scene
from kaleido.data.tables import WEARING


class Scenes:
    """Draws scenes of a bank's things. Needs at least one thing of a weight above 0."""

    def __init__(self, bank: Bank, settings: SceneSettings | None = None):
        self.bank, self.tables, self.settings = bank, bank.tables, settings or SceneSettings()
        self.catalogue = Catalogue(bank)
        self.placing, self.captions = Placing(self.catalogue), Captions(self.catalogue)
        self.layering = Layering(self.catalogue, self.placing)

    def make(self, rng: np.random.Generator) -> Scene:
        """One scene."""
        return self.scene_of(self.arranged(rng), rng)

    def scene_of(self, shown: Arrangement, rng: np.random.Generator) -> Scene:
        """An arrangement with all that is said and measured of it; only the prompt is drawn at random."""
        layers, own = self.layering.layers(shown)
        boxes = [(self.bank.things[o.thing].name, *box_steps(*self.placing.bounds(o))) for o in shown.objects]
        return Scene(
            style=shown.style,
            kind=shown.kind,
            prompt=self.captions.prompt(rng, shown),
            description=self.captions.description(shown, boxes),
            boxes=boxes,
            blobs=[self.layering.blob(layers[k]) for k in own],
            palette=self.layering.palette(layers),
            layers=layers,
        )

    def arranged(self, rng: np.random.Generator) -> Arrangement:
        """A kind of scene at its chance, with things of one style in their places."""
        s, layouts = self.settings, self.tables.layouts
        any_style = rng.random() < 1 - s.favoured or s.favourite not in self.catalogue.styles
        style = pick(rng, self.catalogue.styles) if any_style else s.favourite
        roll = rng.random()
        single = 1 - s.worn - s.pair - s.count - s.list
        if roll < single:
            return Arrangement(style, SINGLE, [self.placing.put(self._object(rng, style), layouts.single)])
        if roll < single + s.worn:
            return self._worn(rng, style)
        if roll < single + s.worn + s.pair:
            first, second = self._object(rng, style), self._object(rng, style)
            relation = pick(rng, self.catalogue.pairs)
            word = pick(rng, self.tables.relations[relation])
            return Arrangement(style, relation, self.placing.pair(first, second, relation), word)
        if roll < 1 - s.list:
            n = 2 if rng.random() < 0.6 else 3
            return Arrangement(style, COUNT, self.placing.spread(rng, [self._object(rng, style)] * n))
        objects = [self._object(rng, style, plain=bool(rng.random() < 0.7)) for _ in range(3)]
        return Arrangement(style, LIST, self.placing.spread(rng, objects))

    def _object(self, rng: np.random.Generator, style: str, name: str = "", plain: bool = False) -> Object:
        """A thing of the style in some looks; `plain` ones have neither mood nor mark."""
        s = self.settings
        if not name:
            k = int(np.searchsorted(self.catalogue.chances[style], rng.random()))
            name = self.catalogue.names[style][min(k, len(self.catalogue.names[style]) - 1)]
        picture = pick(rng, self.catalogue.pictures[style][name])
        flip = bool(rng.random() < s.flip)
        paint = int(rng.integers(1, len(self.tables.paints) + 1)) if rng.random() < s.paint else 0
        made = Object(self.catalogue.thing[name], picture, paint, flip)
        if plain:
            return made
        if self.catalogue.roomy[picture] and self.catalogue.mood_names[style] and rng.random() < s.mood:
            return replace(made, mood=pick(rng, self.catalogue.mood_names[style]))
        if (self.catalogue.face[picture] and rng.random() < s.face_mark) or rng.random() < s.mark * 0.4:
            mark = pick(rng, list(self.tables.marks))
            sign, has_eyes = self.tables.marks[mark], self.catalogue.face[picture]
            if (sign.at != "eyes" or has_eyes) and sign.thing in self.catalogue.pictures[style]:
                return replace(made, mark=mark)
        return made

    def _worn(self, rng: np.random.Generator, style: str) -> Arrangement:
        """A thing that wears another, or is alone where the style draws nothing to wear."""
        layouts, known = self.tables.layouts, self.catalogue
        wearer = self._object(rng, style)
        for _ in range(8):
            if (known.face[wearer.picture] or known.roomy[wearer.picture]) and not wearer.mark:
                break
            wearer = self._object(rng, style)
        wearer = replace(wearer, mark="")
        fits_face = known.face[wearer.picture] or known.circle[wearer.picture][2] > layouts.face.radius
        on_face = bool(rng.random() < 0.35) and fits_face and not wearer.mood
        options = [w for w in self.tables.wearables["face" if on_face else "head"] if w in known.pictures[style]]
        if not options:
            return Arrangement(style, SINGLE, [self.placing.put(wearer, layouts.single)])
        worn = self._object(rng, style, pick(rng, options), plain=True)
        objects = self.placing.on_face(wearer, worn) if on_face else self.placing.on_head(wearer, worn)
        return Arrangement(style, WEARING, objects, pick(rng, self.tables.relations[WEARING]))
