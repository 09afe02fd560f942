"""The staged site: written, checked, indexed, and put in place of the old one."""
