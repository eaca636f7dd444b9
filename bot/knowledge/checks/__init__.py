"""What curators are told beyond the form of a file. The one rule: one check per module, one code per check."""
