"""Maps as pictures: plain scenes, decided to the last point before any backend writes them."""
