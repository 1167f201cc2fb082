"""The report on the guide, as a writer or a translator runs it."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from trustjournal.cli.content_report import content_report

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "guide"


def _asked(folder: Path, language: str = "en", *, as_json: bool = False) -> tuple[int, str, str]:
    out, errors = io.StringIO(), io.StringIO()
    code = content_report(folder, language, as_json=as_json, out=out, errors=errors)
    return code, out.getvalue(), errors.getvalue()


def test_the_json_has_the_keys_that_were_promised_in_their_order() -> None:
    code, out, errors = _asked(SHIPPED, as_json=True)
    report = json.loads(out)
    assert (code, errors) == (0, "")
    assert list(report)[:2] == ["units", "exercises"]
    assert len(report["units"]) == 14
    for unit in report["units"]:
        assert list(unit)[:4] == ["id", "words", "grade", "prompts"]
        assert list(unit["prompts"]) == ["light", "medium", "deep"]
        assert isinstance(unit["words"], int)
        assert isinstance(unit["grade"], float)
    assert report["units"][0]["id"] == "overview"
    assert "two-minute-settling" in report["exercises"]
    assert report["missing"] == []


def test_the_table_has_a_line_for_each_unit_article_and_exercise_and_its_columns_stand_below_each_other() -> None:
    code, out, _ = _asked(SHIPPED)
    report = json.loads(_asked(SHIPPED, as_json=True)[1])
    lines = out.splitlines()
    assert code == 0
    for name in [*(unit["id"] for unit in report["units"]), *report["exercises"], "when-to-seek-help"]:
        assert sum(line.split()[:1] == [name] for line in lines) == 1
    assert len({len(line) for line in lines[:16]}) == 1
    assert max(map(len, lines)) <= 120
    assert f"{sum(unit['words'] for unit in report['units'])}" in lines[15].split()
    assert out.isascii()  # a console of any country can show it


def test_another_language_is_told_what_it_lacks(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "en", tmp_path / "en")
    shutil.copytree(SHIPPED / "en", tmp_path / "it")
    assert "Everything is there in it." in _asked(tmp_path, "it")[1]
    (tmp_path / "it" / "units" / "lately.toml").unlink()
    code, out, _ = _asked(tmp_path, "it")
    assert code == 0
    assert "\n  units/lately.toml\n" in out
    assert "\nlately *" in out
    assert json.loads(_asked(tmp_path, "it", as_json=True)[1])["missing"] == ["units/lately.toml"]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_broken_file_ends_it_with_a_sentence_and_no_half_report(tmp_path: Path, as_json: bool) -> None:
    shutil.copytree(SHIPPED / "en", tmp_path / "en")
    file = tmp_path / "en" / "units" / "lately.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('intensity = "deep"', 'intensity = "depe"', 1), encoding="utf-8"
    )
    code, out, errors = _asked(tmp_path, as_json=as_json)
    assert (code, out) == (1, "")
    assert "en/units/lately.toml: prompts 15: intensity is not one of light, medium, deep." in errors
