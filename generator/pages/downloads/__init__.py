"""What is said in the files of data beside pages, and how many bytes they have."""
