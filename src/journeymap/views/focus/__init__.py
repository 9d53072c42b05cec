"""The slide that makes the point: the curve, and the steps where a change pays most."""
