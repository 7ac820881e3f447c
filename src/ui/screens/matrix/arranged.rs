//! The matrix with its customer segments sorted, grouped or filtered by an attribute: the same screen over a project whose
//! columns stand in that order. The team's own order stays.

use std::rc::Rc;

use crate::analysis::Analysis;
use crate::project::{Axis, Command, Message, Project};
use crate::text::Language;
use crate::ui::arrange::Arrangement;
use crate::ui::{Action, Memo, View};

/// How the columns are arranged, and what follows from the project as it is arranged.
#[derive(Debug, Default)]
pub(super) struct Arranged {
    pub arrangement: Arrangement,
    lens: Memo<(u64, Arrangement, Language), Rc<Analysis>>,
}

impl Arranged {
    /// The project with its columns arranged; none in the team's own order.
    pub fn lens(&mut self, view: &View) -> Option<Rc<Analysis>> {
        self.arrangement.follow(view.project);
        if self.arrangement.is_default() {
            return None;
        }
        let key = (view.revision, self.arrangement.clone(), view.text.language());
        let arrangement = &self.arrangement;
        let make = || Rc::new(Analysis::of(&arrangement.project(view.project, view.text)));
        Some(self.lens.get(key, make).clone())
    }
}

/// Edits of the arranged matrix as edits of the project: new columns come last, and columns aren't moved.
pub(super) fn translate(whole: &Project, actions: Vec<Action>, out: &mut Vec<Action>) {
    for action in actions {
        match action {
            Action::Edit(command, gesture) => match of_whole(whole, command) {
                Some(command) => out.push(Action::Edit(command, gesture)),
                None => out.push(Action::Warn(Message::new("matrix-arranged-fixed"))),
            },
            other => out.push(other),
        }
    }
}

fn of_whole(whole: &Project, command: Command) -> Option<Command> {
    Some(match command {
        Command::MoveSegments { axis: Axis::Customer, .. } => return None,
        Command::AddSegments { axis: Axis::Customer, segments, .. } => {
            Command::AddSegments { axis: Axis::Customer, at: whole.matrix.segments(Axis::Customer).len(), segments }
        }
        Command::All(all) => {
            Command::All(all.into_iter().map(|command| of_whole(whole, command)).collect::<Option<_>>()?)
        }
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Segment;

    #[test]
    fn new_columns_come_last_and_columns_stay() {
        let mut whole = Project::default();
        let add =
            |at, name: &str| Command::AddSegments { axis: Axis::Customer, at, segments: vec![Segment::new(name)] };
        add(0, "Banks").apply(&mut whole).expect("new");
        add(0, "Schools").apply(&mut whole).expect("new");
        let moved = Command::MoveSegments { axis: Axis::Customer, ids: Vec::new(), to: 0 };
        assert_eq!(of_whole(&whole, Command::All(vec![moved])), None);
        let Some(Command::AddSegments { at, .. }) = of_whole(&whole, add(0, "Farms")) else { panic!("it is added") };
        assert_eq!(at, 2);
    }
}
