//! What a team decides with; a list with nothing in it is left out, so that a project without any is as ever.

use std::fmt::Display;

use crate::project::{
    CellKey, Criterion, Decision, Direction, Matters, Pair, Participant, Question, Role, Round, Score, ScoreKey, Stage,
    Weighting,
};

use super::Writer;

impl Writer {
    pub(super) fn decision(&mut self, decision: &Decision) {
        let Decision { criteria, weighting, comparisons, scores, participants, rounds } = decision;
        if !criteria.is_empty() {
            self.list("criteria", criteria, Self::criterion);
        }
        if *weighting != Weighting::default() {
            self.line(1, "weighting", weighting);
        }
        if !comparisons.is_empty() {
            self.list("comparisons", comparisons, Self::comparison);
        }
        if !scores.is_empty() {
            self.list("scores", scores, Self::score);
        }
        if !participants.is_empty() {
            self.list("participants", participants, Self::participant);
        }
        if !rounds.is_empty() {
            self.list("rounds", rounds, Self::round);
        }
    }

    pub(super) fn id(&mut self, name: &str, id: impl Display) {
        self.raw(name);
        self.raw(": \"");
        self.display(&id);
        self.raw("\"");
    }

    fn criterion(&mut self, criterion: &Criterion) {
        let Criterion { id, name, role, direction, weight, floor, anchors } = criterion;
        self.raw("(\n");
        self.line_of_text(3, "id", &id.to_string());
        self.line_of_text(3, "name", name);
        if *role != Role::default() {
            self.line(3, "role", role);
        }
        if *direction != Direction::default() {
            self.line(3, "direction", direction);
        }
        self.line(3, "weight", weight);
        if let Some(floor) = floor {
            self.line(3, "floor", floor);
        }
        self.inner_list("levels", anchors, |out, anchor| out.text(anchor));
        self.raw("    )");
    }

    fn comparison(&mut self, (pair, matters): (&Pair, &Matters)) {
        self.raw("(");
        self.id("criterion", pair.first());
        self.raw(", matters: ");
        self.debug(matters);
        self.raw(", ");
        self.id("beside", pair.second());
        self.raw(")");
    }

    fn score(&mut self, (key, score): (&ScoreKey, &Score)) {
        self.raw("(");
        self.cell_key(key.cell);
        self.raw(", ");
        self.id("criterion", key.criterion);
        self.raw(", level: ");
        self.display(&score.level);
        if let Some(reason) = &score.reason {
            self.raw(", reason: ");
            self.text(reason);
        }
        self.raw(")");
    }

    fn cell_key(&mut self, key: CellKey) {
        self.id("product", key.product);
        self.raw(", ");
        self.id("customer", key.customer);
    }

    fn participant(&mut self, participant: &Participant) {
        self.raw("(");
        self.id("id", participant.id);
        self.raw(", name: ");
        self.text(&participant.name);
        self.raw(")");
    }

    fn round(&mut self, round: &Round) {
        let Round { id, name, question, stage, participants, cells, votes: _ } = round;
        self.raw("(\n");
        self.line_of_text(3, "id", &id.to_string());
        if !name.is_empty() {
            self.line_of_text(3, "name", name);
        }
        if let Question::Score(criterion) = question {
            self.raw("      question: Score(\"");
            self.display(criterion);
            self.raw("\"),\n");
        }
        if *stage != Stage::default() {
            self.line(3, "stage", stage);
        }
        self.inner_list("participants", participants, Self::participant);
        self.inner_list("cells", cells, |out, cell| {
            out.raw("(");
            out.cell_key(*cell);
            out.votes(round, *cell);
            out.raw(")");
        });
        self.raw("    )");
    }

    fn votes(&mut self, round: &Round, cell: CellKey) {
        let mut before = ", votes: [";
        for participant in &round.participants {
            let Some(vote) = round.vote(participant.id, cell) else { continue };
            self.raw(before);
            self.raw("(");
            self.id("by", participant.id);
            self.raw(", vote: ");
            self.display(&vote);
            self.raw(")");
            before = ", ";
        }
        if before == ", " {
            self.raw("]");
        }
    }
}
