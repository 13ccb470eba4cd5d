"""The ear of the product: learnt here, and measured on sentences that it has not seen."""
