"""What a user sees of Offswitch, in real browsers, and what the project demands of itself."""
