import torch

from kaleido.data.units import SIZE
from kaleido.models.visual_tokenizer import Codebook, VisualTokenizer


def test_codes_are_a_row_by_row_grid_and_decode_to_an_image(visual_tokenizer: VisualTokenizer):
    images = torch.rand(3, 4, SIZE, SIZE) * 2 - 1
    codes = visual_tokenizer.encode(images)
    assert codes.shape == (3, 64) and codes.dtype == torch.int64
    made = visual_tokenizer.decode(codes)
    assert made.shape == images.shape and made.abs().max() <= 1


def test_decoding_is_what_a_forward_pass_reconstructs(visual_tokenizer: VisualTokenizer):
    images = torch.rand(2, 4, SIZE, SIZE) * 2 - 1
    made, _, latents = visual_tokenizer(images)
    assert latents.shape == (2 * 64, visual_tokenizer.codebook.vectors.shape[1])
    torch.testing.assert_close(
        made.clamp(-1, 1), visual_tokenizer.decode(visual_tokenizer.encode(images)), atol=1e-5, rtol=0
    )


def test_the_same_object_has_the_same_codes_a_grid_step_further(visual_tokenizer: VisualTokenizer):
    images = -torch.ones(2, 4, SIZE, SIZE)
    object_ = torch.rand(4, 16, 16) * 2 - 1
    images[0, :, 48:64, 48:64] = images[1, :, 64:80, 80:96] = object_
    codes = visual_tokenizer.encode(images).view(2, 8, 8)
    assert (codes[0, 2:5, 2:5] == codes[1, 3:6, 4:7]).all()
    assert len(codes[0].unique()) > 1


def test_the_nearest_vector_is_chosen():
    book = Codebook(16, 3)
    book.vectors.copy_(torch.randn(16, 3))
    z = torch.randn(100, 3)
    assert (book.nearest(z) == torch.cdist(z, book.vectors).argmin(1)).all()


def test_fitting_finds_clusters_and_training_moves_vectors_to_what_they_stand_for():
    centres = torch.tensor([[0.0, 0.0], [5.0, 5.0], [-5.0, 5.0]])
    z = centres.repeat(50, 1) + 0.05 * torch.randn(150, 2, generator=torch.Generator().manual_seed(0))
    book = Codebook(3, 2)
    assert not book.ready
    book.fit(z, torch.Generator().manual_seed(0))
    assert book.ready and torch.cdist(centres, book.vectors).min(1).values.max() < 0.1
    before = torch.cdist(centres + 1, book.vectors).min(1).values
    for _ in range(50):
        book.follow(z + 1, book.nearest(z + 1))
    assert (torch.cdist(centres + 1, book.vectors).min(1).values < before * 0.7).all()
