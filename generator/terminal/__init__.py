"""What a person sees in the terminal: progress, diagnostics, drift, a rule explained."""
