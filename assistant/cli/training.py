"""``assistant train``: what learns, learns anew."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, help="Training, from the texts in the repository.")


@app.command()
def understanding() -> None:
    """Train the encoder that reads messages (under 30 minutes on two cores); 'make train' brings what it needs."""
    try:
        from assistant.learning.understanding import train
    except ModuleNotFoundError as error:
        raise typer.BadParameter(f"{error.name} is missing: run 'make train', which brings it") from None
    card = train()
    for language, figures in card["held_out"].items():
        typer.echo(f"{language}  {'  '.join(f'{name} {value}' for name, value in figures.items())}")
    typer.echo(f"{card['texts']} texts, {card['minutes']} minutes, checksum {card['sha256']}")


@app.command()
def articles() -> None:
    """Train the head of the article search (some three minutes)."""
    from assistant.learning.articles import train

    typer.echo(f"right on {train():.3f} of the questions held out; run 'assistant knowledge build' to use it")
