"""Write all-MiniLM-L6-v2 as an ONNX graph straight from its published weights, without torch.

`source` finds and verifies the weights, `nodes` is a thin layer over `onnx.helper`, `quantize` makes
int8 of float weights, `encoder` writes the two graphs and `publish` puts a folder in place.
"""
