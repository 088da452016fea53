"""How well questions find their articles.

``questions.jsonl`` measures, ``calibration.jsonl`` fits the weights of the fusion. Both were written from a list of
what each article is about, without sight of the articles' texts and example questions, and apart from one another.
"""
