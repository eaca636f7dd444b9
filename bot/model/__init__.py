"""The nouns every room shares. They hold values and nothing else."""
