"""The network, and replies kept in place of it: the only folder from which a connection is opened."""
