"""What a change of the data does to prose and coverage."""
