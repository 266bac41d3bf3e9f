"""One page that shows the facts of many texts, with nothing to fetch and nothing of a text run."""
