"""Files around a map: configuration, discovery, loading and libraries."""
