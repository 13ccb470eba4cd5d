"""QMSum: answers to questions about meetings, chosen without a model, held against what people wrote."""
