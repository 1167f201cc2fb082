"""Steps from one version of the database to the next, one .sql file each, and the runner that takes them.

A step that was released never changes again (a test holds its hash); the next one comes ten numbers later.
"""
