"""The engine: one pure function for each step of the method, on frames of countries × entries."""
