"""Reports and comparisons as one HTML file each, to keep, to send and to print."""
