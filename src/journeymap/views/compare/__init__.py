"""The comparison: two maps of one journey as two curves over one grid."""
