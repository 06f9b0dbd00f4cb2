"""Measures the prior of a run: perplexity, grammar, pins, modes against temperature, unique plans (`kaleido-train
prior-report`)."""
