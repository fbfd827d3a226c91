"""What was measured in a run, as it comes in, and as JSON."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .figures import differences, ratios

# The contenders. The second nothing is there to tell what is noise.
NOTHING, AGAIN, OURS, PEER = "nothing", "nothing again", "offswitch", "autoconsent"
OBSERVER, POLLER = "bare observer", "poller"
# In place of all our scripts one line, which asks the background one thing: nobody who asks, and
# runs only where it must, pays less.
ASKS = "one line that asks"
# Ours, but for the one script that runs something: what being there costs.
INERT = "offswitch, nothing run"
# The same, but it says hello, and hears what the background answers.
GREETS = "offswitch, hello only"
# Ours, but what is seen is neither told nor drawn.
LOOKS = "offswitch, only looks"
# Ours, but nothing is drawn.
TELLS = "offswitch, nothing drawn"

# case -> scene -> contender -> measure -> one value a round
Samples = dict[str, dict[str, dict[str, dict[str, list[float]]]]]


def _nested() -> Any:
    return defaultdict(lambda: defaultdict(lambda: defaultdict(lambda: defaultdict(list))))


@dataclass
class Results:
    """All values of a run.

    Attributes:
        about: machine, browsers, date.
        facts: what is counted once, such as sizes, by case.
        samples: what is measured again and again.
        complete: whether every case had all its rounds.
    """

    about: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    samples: Samples = field(default_factory=_nested)
    complete: bool = False

    def note(self, case: str, scene: str, contender: str, values: dict[str, float]) -> None:
        """Add what one visit came to."""
        for measure, value in values.items():
            self.samples[case][scene][contender][measure].append(value)

    def values(self, case: str, scene: str, contender: str, measure: str) -> list[float]:
        """The values of all rounds; none where nothing was measured."""
        found = self.samples.get(case, {}).get(scene, {}).get(contender, {})
        return list(found.get(measure, []))

    def added(
        self, case: str, scene: str, contender: str, measure: str, other: str = NOTHING
    ) -> list[float]:
        """How much more than the other's, round by round."""
        theirs = self.values(case, scene, other, measure)
        return differences(self.values(case, scene, contender, measure), theirs)

    def times(
        self, case: str, scene: str, contender: str, measure: str, other: str = NOTHING
    ) -> list[float]:
        """How many times the other's, round by round."""
        theirs = self.values(case, scene, other, measure)
        return ratios(self.values(case, scene, contender, measure), theirs)

    def shares(
        self, case: str, scene: str, contender: str, measure: str, other: str = PEER
    ) -> list[float]:
        """How much of what the other adds is added, round by round: so machines compare."""
        theirs = self.added(case, scene, other, measure)
        return ratios(self.added(case, scene, contender, measure), theirs)

    def played(self, case: str) -> list[tuple[str, str]]:
        """The scenes of a case and who played them, as they came."""
        scenes = self.samples.get(case, {})
        return [(scene, contender) for scene, played in scenes.items() for contender in played]

    def write(self, file: Path) -> None:
        """Keep it as JSON."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(vars(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Results":
        """What an earlier run kept.

        Raises:
            OSError: there is none.
        """
        return cls(**json.loads(file.read_text(encoding="utf-8")))
