"""What people read, in the languages that maps are labelled in."""
