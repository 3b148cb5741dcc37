"""Other programs judge what newsreel writes, and newsreel reads what they write."""
