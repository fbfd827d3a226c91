"""`make bench`: what Offswitch costs, and how soon it tells and acts, measured beside others."""
