"""The flow: steps as a graph in their stages, with the shares of those who go each way."""
