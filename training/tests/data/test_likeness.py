import numpy as np

from kaleido.data.bank import Bank
from kaleido.data.likeness import looks, rows, telling_apart, tensors


def test_looks_tell_places_and_directions_apart() -> None:
    picture = np.zeros((3, 128, 128, 4), np.uint8)
    picture[0, 16:48, 16:48] = (255, 0, 0, 255)
    picture[1, 16:48, 16:48] = (0, 0, 255, 255)
    picture[2, :, 32:96] = 255
    red, blue, stripe = looks(picture)
    assert red.shape == (1024,)
    # Of the first and the second cell in the first row nothing is covered, of the second in the second all.
    assert red[:8].tolist() == [0] * 8
    assert red[4 * 9 : 4 * 10].tolist() == [1, 0, 0, 1]
    assert blue[4 * 9 : 4 * 10].tolist() == [0, 0, 1, 1]
    edges = stripe[512:].reshape(8, 8, 8)
    # Upright edges differ across.
    assert edges[..., 0].sum() > 0.99 * edges.sum()
    assert np.isclose(np.linalg.norm(edges), 3, atol=1e-3)


def test_the_directions_that_are_kept_tell_things_apart_and_not_drawings_of_one() -> None:
    rng = np.random.default_rng(7)
    shows = np.repeat(np.arange(12), 6)
    # Things differ in the first three numbers, drawings of one in three others, and more.
    seen = rng.normal(0, 0.1, (len(shows), 40)).astype(np.float32)
    seen[:, :3] += rng.normal(0, 1, (12, 3))[shows]
    seen[:, 3:6] += rng.normal(0, 3, (len(shows), 3))

    def found(points: np.ndarray) -> float:
        unit = points / np.linalg.norm(points, axis=1, keepdims=True)
        alike = unit @ unit.T
        np.fill_diagonal(alike, -np.inf)
        return float((shows[alike.argmax(1)] == shows).mean())

    projected = rows(seen, *telling_apart(seen, shows)).astype(np.float32) - 128
    assert found(projected) > 1.5 * found(seen - seen.mean(0))


def test_every_picture_of_a_bank_has_a_row(bank: Bank) -> None:
    found = tensors(bank)
    assert found["mean"].shape == (1024,)
    width = found["projection"].shape[1]
    assert found["rows"].shape == (len(bank), width) and found["rows"].dtype == np.uint8
    assert (rows(looks(bank.pictures()), found["mean"], found["projection"]) == found["rows"]).all()
