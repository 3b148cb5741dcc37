"""The measures of scripts/evaluate, as docs/evaluation.md describes them."""
