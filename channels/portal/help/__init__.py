"""The public help: questions and answers, prices, stages, opening hours and news, as pages that need no script."""
