"""Our own drawings of what is worn: one SVG each, drawn in every style by that style's technique."""
