"""The map: stages over steps over lanes, with the emotion curve among them."""
