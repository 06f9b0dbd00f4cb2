"""The whole numbers that latents are written in, and how much of each there may be (docs/bundle.md): the one place of
both."""

# Side of a picture and of a canvas in pixels.
SIZE = 128
# Steps of a coordinate over the canvas side; a radius has steps half as large.
BINS = 32
# Steps of an ellipse's angle, over 180°.
ANGLES = 24
# Steps of a colour's share of the opaque area.
SHARE_LEVELS = 8
# Boxes and blobs, text pieces of a box's label, colours of a palette.
OBJECTS, LABEL, COLOURS = 3, 8, 5
# Cells of the visual tokens' grid a side, and in all.
GRID = 8
CELLS = GRID**2
