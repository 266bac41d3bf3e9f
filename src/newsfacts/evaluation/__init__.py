"""How well facts are found: annotated texts in, precision, recall, F1 and the mistakes out."""
