"""English plurals of the concepts' names."""

IRREGULAR = {"mouse": "mice", "snowman": "snowmen", "corn": "corn", "volcano": "volcanoes", "sheep": "sheep", "fish": "fish", "wolf": "wolves", "leaf": "leaves", "loaf": "loaves", "bus": "buses", "cactus": "cactuses", "octopus": "octopuses", "knife": "knives"}


def plural(noun: str) -> str:
    """The plural of a noun's last word; what is a plural already stays (`grapes`, `french fries`)."""
    *before, last = noun.split(" ")
    if last in IRREGULAR:
        many = IRREGULAR[last]
    elif last.endswith(("ss", "x", "ch", "sh", "to")):
        many = f"{last}es"
    elif last.endswith("s"):
        many = last
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = f"{last[:-1]}ies"
    else:
        many = f"{last}s"
    return " ".join([*before, many])
