"""JM9xx: where in the journey a change pays most."""
