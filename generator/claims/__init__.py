"""Does the prose agree with the data?"""
