"""The trained encoder: the committed file, the code and the texts agree, and it reads what is plain."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from assistant.learning.texts import examples, fingerprint, messages
from assistant.understanding.encoder import CARD, FILE, HEADS, Encoder, Route, likely_routes, read
from assistant.understanding.weights import WeightFile, packed
from tools.context import LANGUAGES, Language

_MOST_BYTES = 15_000_000


class TestTheCommittedFile:
    def test_is_the_one_that_the_card_speaks_of(self) -> None:
        card = json.loads(CARD.read_text("utf-8"))
        assert hashlib.sha256(FILE.read_bytes()).hexdigest() == card["sha256"]
        assert FILE.stat().st_size <= _MOST_BYTES

    def test_was_made_from_the_messages_in_the_repository(self) -> None:
        """Where this fails, texts were changed: ``assistant train understanding``."""
        assert fingerprint(messages()) == json.loads(CARD.read_text("utf-8"))["messages_sha256"]

    def test_tells_the_classes_of_the_code(self) -> None:
        with np.load(FILE) as stored:
            assert {name: tuple(stored[f"{name}.classes"].tolist()) for name in HEADS} == HEADS

    def test_of_other_classes_is_refused(self, tmp_path: Path) -> None:
        with np.load(FILE) as stored:
            parts = {name: stored[name] for name in stored.files}
        parts["shape.classes"] = np.array(["plain", "other"])
        other = tmp_path / "other.npz"
        np.savez(other, **parts)
        with pytest.raises(ValueError, match="assistant train understanding"):
            Encoder(other)


class TestReading:
    @pytest.mark.parametrize(
        ("text", "language", "route"),
        [
            ("How much do I owe you?", "en", "invoices"),
            ("I would like to pay my phone bill now", "en", "pay"),
            ("Can I have two more weeks to pay?", "en", "postpone"),
            ("Turn off the lights in the kitchen", "en", "out_of_scope"),
            ("Paljonko olen velkaa?", "fi", "invoices"),
            ("Voisinko maksaa tämän kolmessa erässä?", "fi", "plan"),
            ("Haluan vaihtaa tilinumeron palautusta varten", "fi", "bank_account"),
            ("Vad kostar en påminnelse?", "sv", "knowledge"),
            ("Jag vill prata med en människa", "sv", "handoff"),
            ("Kan min datter få tilgang til fakturaen min?", "nb", "authorize"),
            ("Hei, hvem er du?", "nb", "smalltalk"),
        ],
    )
    def test_plain_messages_are_read_right(self, text: str, language: Language, route: Route) -> None:
        assert likely_routes(read(text, language)) == [route]

    def test_why_a_person_must_take_over(self) -> None:
        assert read("Somebody has taken a loan in my name, this bill is a fraud").reason == "fraud"
        assert read("What do I owe?").reason is None

    def test_whether_a_message_stands_for_itself(self) -> None:
        assert read("and the other one?").shape == "follow_up"
        assert read("Show my invoices").shape == "plain"

    @pytest.mark.parametrize(
        ("text", "language"), [("good morning", "en"), ("hyvää huomenta", "fi"), ("hejdå", "sv"), ("ikke ennå", "nb")]
    )
    def test_its_language(self, text: str, language: Language) -> None:
        assert read(text).language == language

    def test_probabilities_add_up(self) -> None:
        assert sum(share for _, share in read("hm").routes) == pytest.approx(1, abs=1e-5)

    @pytest.mark.parametrize("text", ["", "\x00", "\ud800", "🙂", "a" * 100_000])
    def test_any_text_can_be_read(self, text: str) -> None:
        assert read(text).routes


class TestTheFileOfTheWheel:
    def test_matrices_survive_unpacking_and_packing(self) -> None:
        file = WeightFile.read()
        offset, length = file.places["l0.q.w"]
        again = packed(file.matrix("l0.q.w", file.shape.width, file.shape.width))
        same = np.frombuffer(file.raw, np.uint8, length, offset) == again
        # A block whose largest weight has a twin of the other sign may be written in two ways.
        assert same.mean() > 0.99

    def test_a_tensor_of_another_size_is_refused(self) -> None:
        with pytest.raises(ValueError, match="do not fit"):
            WeightFile.read().with_tensors({"emb.ln.w": np.zeros(3, np.uint8)})


class TestTheTexts:
    def test_each_is_there_once(self) -> None:
        said = [" ".join(example.text.lower().split()) for example in examples()]
        assert len(said) == len(set(said))

    def test_every_class_is_shown_in_every_language(self) -> None:
        found = {(e.language, c) for e in messages() for c in (*e.routes, e.reason, e.shape)}
        told = [c for name, classes in HEADS.items() if name != "language" for c in classes]
        wanted = {(language, c) for language in LANGUAGES for c in told}
        assert wanted <= found
