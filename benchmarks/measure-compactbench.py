"""Measures CompactBench 0.1.0: one JSON object a line is asked on standard input and answered on standard output."""

import base64
import hashlib
import json
import platform
import sys
import time
from importlib.metadata import version

import tiktoken_ext.openai_public as vocabularies
from compactbench.contracts import CompactionArtifact, GeneratedCase
from compactbench.dsl import DifficultyLevel
from compactbench.dsl.parser import parse_template_file
from compactbench.engine.generation import generate_case
from compactbench.scoring.compression import count_tokens
from compactbench.scoring.scorer import score_cycle

templates = []


def load(ask):
    """The vocabulary comes from a file: tiktoken would fetch it."""
    with open(ask["vocabulary"], encoding="ascii") as lines:
        pairs = (line.split() for line in lines)
        ranks = {base64.b64decode(token): int(rank) for token, rank in pairs}
    vocabularies.load_tiktoken_bpe = lambda *_args, **_options: ranks
    templates[:] = [parse_template_file(path) for path in ask["templates"]]
    return {
        "python": platform.python_version(),
        "compactbench": version("compactbench"),
        "tokens": count_tokens("Two words, and a number: 12345."),
    }


def generate(ask):
    seeds = [int(seed) for seed in ask["seeds"]]
    levels = [DifficultyLevel(level) for level in ask["levels"]]
    wanted = [(template, seed, level) for template in templates for level in levels for seed in seeds]
    turns = 0
    began = time.process_time()
    for one in wanted:
        turns += len(generate_case(*one).transcript.turns)
    seconds = time.process_time() - began
    return {"seconds": seconds, "turns": turns, "sha256": digest(generate_case(*one).model_dump_json() for one in wanted)}


def score(ask):
    played = []
    with open(ask["file"], encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            case = GeneratedCase.model_validate_json(one["case"])
            played.append((case, CompactionArtifact.model_validate(one["artifact"]), one["responses"], one["cycle"]))
    began = time.process_time()
    cards = [score_cycle(*one) for one in played]
    seconds = time.process_time() - began
    numbers = [[c.cycle_score, c.penalized_cycle_score, c.contradiction_rate, c.compression_ratio] for c in cards]
    return {"seconds": seconds, "numbers": numbers}


def digest(texts):
    whole = hashlib.sha256()
    for text in texts:
        whole.update(text.encode())
    return whole.hexdigest()


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({"load": load, "generate": generate, "score": score}[asked["do"]](asked)), flush=True)
