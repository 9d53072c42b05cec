"""What every picture is made of: a scene, its type, colours, measures and page frame."""
