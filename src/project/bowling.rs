//! Every way in which the beachhead and its follow-ons change.

use std::collections::HashSet;

use super::beachhead::check_follow_on;
use super::lookup::known_cell;
use super::{Beachhead, CellKey, CommandError, Fault, Fit, Project};

/// Chooses another beachhead, or none. Follow-ons that are beside the new one stay.
pub(super) fn set_beachhead(project: &mut Project, cell: Option<CellKey>) -> Result<(), CommandError> {
    let Some(cell) = cell else {
        project.beachhead = None;
        return Ok(());
    };
    known_cell(project, cell)?;
    if project.matrix.cell(cell).fit == Fit::No {
        return Err(Fault::NotAFit.into());
    }
    let old = project.beachhead.as_ref();
    if old.is_some_and(|old| old.cell == cell) {
        return Ok(());
    }
    let follow_ons = old.map(|old| old.follow_ons.clone()).unwrap_or_default();
    let follow_ons = follow_ons.into_iter().filter(|follow_on| follow_on.is_beside(cell)).collect();
    project.beachhead = Some(Beachhead { cell, follow_ons });
    Ok(())
}

/// Replaces the follow-ons.
pub(super) fn set_follow_ons(project: &mut Project, cells: &[CellKey]) -> Result<(), CommandError> {
    let cell = project.beachhead.as_ref().map(|beachhead| beachhead.cell).ok_or(CommandError::NoBeachhead)?;
    let mut seen = HashSet::new();
    for follow_on in cells {
        known_cell(project, *follow_on)?;
        check_follow_on(cell, *follow_on, project.matrix.cell(*follow_on).fit)?;
        if !seen.insert(*follow_on) {
            return Err(Fault::DuplicateEntry.into());
        }
    }
    if let Some(beachhead) = &mut project.beachhead
        && !beachhead.follow_ons.iter().eq(cells)
    {
        beachhead.follow_ons = cells.iter().copied().collect();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Axis, Cell, Command, Of, Segment, check};
    use super::*;

    /// Two product segments for three customer segments, all undecided but the last.
    fn project() -> (Project, impl Fn(usize, usize) -> CellKey + use<>) {
        let mut project = Project::default();
        let mut ids = [Vec::new(), Vec::new()];
        for ((axis, count), ids) in Axis::ALL.into_iter().zip([2, 3]).zip(&mut ids) {
            let segments: Vec<_> = (0..count).map(|place| Segment::new(format!("{axis:?} {place}"))).collect();
            *ids = segments.iter().map(|segment| segment.id).collect();
            Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new ids");
        }
        let [products, customers] = ids.clone();
        Command::SetFit { products, customers, fit: Fit::Undecided }.apply(&mut project).expect("known");
        let key = move |row: usize, column: usize| CellKey { product: ids[0][row], customer: ids[1][column] };
        set(&mut project, key(1, 2), Fit::No);
        (project, key)
    }

    fn set(project: &mut Project, key: CellKey, fit: Fit) {
        Command::SetCells(vec![(key, Cell { fit, note: None })]).apply(project).expect("known");
    }

    fn apply(project: &mut Project, command: &Command) -> Result<(), CommandError> {
        let before = project.clone();
        let outcome = command.apply(project);
        assert!(outcome.is_ok() || *project == before, "changed by what failed");
        assert_eq!(check(project), Ok(()));
        outcome
    }

    fn follow_ons(project: &Project) -> Vec<CellKey> {
        project.beachhead.iter().flat_map(|beachhead| beachhead.follow_ons.iter().copied()).collect()
    }

    #[test]
    fn only_a_fit_can_be_the_beachhead() {
        let (mut project, key) = project();
        let fault = |fault: Fault| Err(CommandError::Fault(fault));
        assert_eq!(apply(&mut project, &Command::SetBeachhead(Some(key(1, 2)))), fault(Fault::NotAFit));
        assert_eq!(apply(&mut project, &Command::SetFollowOns(vec![key(0, 0)])), Err(CommandError::NoBeachhead));
        assert_eq!(apply(&mut project, &Command::SetBeachhead(Some(key(0, 0)))), Ok(()));
        assert_eq!(apply(&mut project, &Command::SetFollowOns(vec![key(1, 1)])), fault(Fault::NotBeside));
        assert_eq!(apply(&mut project, &Command::SetFollowOns(vec![key(0, 0)])), fault(Fault::NotBeside));
        let twice = vec![key(0, 1), key(0, 1)];
        assert_eq!(apply(&mut project, &Command::SetFollowOns(twice)), fault(Fault::DuplicateEntry));
        assert_eq!(apply(&mut project, &Command::SetFollowOns(vec![key(1, 0), key(0, 2), key(0, 1)])), Ok(()));
        assert_eq!(follow_ons(&project), [key(1, 0), key(0, 2), key(0, 1)]);
        assert_eq!(project.matrix.beside(key(0, 0)), [key(0, 1), key(0, 2), key(1, 0)]);
        // What is beside the new one stays.
        assert_eq!(apply(&mut project, &Command::SetBeachhead(Some(key(0, 1)))), Ok(()));
        assert_eq!(follow_ons(&project), [key(0, 2)]);
    }

    #[test]
    fn what_removes_the_fit_clears_it() {
        let (mut project, key) = project();
        apply(&mut project, &Command::SetBeachhead(Some(key(0, 0)))).expect("a fit");
        apply(&mut project, &Command::SetFollowOns(vec![key(0, 1), key(1, 0)])).expect("beside it");
        let kept = project.clone();
        set(&mut project, key(0, 1), Fit::Prio2);
        assert_eq!(follow_ons(&project), [key(0, 1), key(1, 0)], "a Prio is still a fit");
        set(&mut project, key(0, 1), Fit::No);
        assert_eq!(follow_ons(&project), [key(1, 0)]);
        let no = Command::set(Of::Cell(key(0, 0)), "fit", Fit::No);
        let segment = |axis, id| Command::RemoveSegments { axis, ids: vec![id] };
        for (command, left) in [
            (no, None),
            (segment(Axis::Product, key(0, 0).product), None),
            (segment(Axis::Customer, key(0, 0).customer), None),
            (segment(Axis::Product, key(1, 0).product), Some(vec![key(0, 1)])),
            (Command::SetBeachhead(None), None),
        ] {
            let mut project = kept.clone();
            apply(&mut project, &command).expect("can be done");
            assert_eq!(project.beachhead.is_some().then(|| follow_ons(&project)), left, "{command:?}");
        }
    }
}
