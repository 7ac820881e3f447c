//! Channels that are used and paid, or not: branch and bound over switches, variables from 0 to 1 that have to end at one of
//! the two.

use crate::analysis::simplex::{Simplex, Stuck};

/// How near 0 or 1 a switch counts as being there.
const WHOLE: f64 = 1e-6;
/// Objectives this close are equal. Objectives are scaled to about 1.
const GAP: f64 = 1e-9;
/// The search ends after this many nodes with the best that it has found.
const NODES: usize = 4000;

/// The best point with every switch at 0 or 1, to within a share `gap` of it, and whether the search proved that.
pub(super) fn best(mut root: Simplex, switches: &[usize], gap: f64) -> Result<(Simplex, bool), Stuck> {
    root.maximize()?;
    let mut best: Option<(f64, Simplex)> = None;
    let mut open = vec![root];
    let mut nodes = 0;
    while let Some(node) = open.pop() {
        let bound = node.objective();
        if best.as_ref().is_some_and(|(value, _)| bound <= value + GAP + gap * value.abs()) {
            continue;
        }
        nodes += 1;
        if nodes > NODES
            && let Some((_, found)) = best
        {
            return Ok((found, false));
        }
        let partly = |switch: &usize| node.value(*switch).min(1.0 - node.value(*switch));
        let Some(switch) = switches.iter().copied().max_by(|a, b| partly(a).total_cmp(&partly(b))) else {
            return Ok((node, true));
        };
        if partly(&switch) <= WHOLE {
            best = Some((bound, node));
            continue;
        }
        if nodes % 16 == 1 {
            let rounded: Vec<_> = switches.iter().map(|switch| (*switch, node.value(*switch) > WHOLE)).collect();
            if let Some(found) = decided(&node, &rounded)?
                && best.as_ref().is_none_or(|(value, _)| found.objective() > *value)
            {
                best = Some((found.objective(), found));
            }
        }
        // The side that is nearer is looked at first.
        let on_first = node.value(switch) >= 0.5;
        for on in [!on_first, on_first] {
            open.extend(decided(&node, &[(switch, on)])?);
        }
    }
    best.map(|(_, found)| (found, true)).ok_or(Stuck)
}

/// The best point with those switches on or off; none when the rows don't let them be.
fn decided(node: &Simplex, switches: &[(usize, bool)]) -> Result<Option<Simplex>, Stuck> {
    let mut found = node.clone();
    let mut towards = vec![0.0; found.variables()];
    for (switch, on) in switches {
        towards[*switch] = if *on { 1.0 } else { -1.0 };
    }
    let gains = found.replace_gains(towards);
    found.maximize()?;
    for (switch, on) in switches {
        let wanted = f64::from(u8::from(*on));
        if (found.value(*switch) - wanted).abs() > WHOLE {
            return Ok(None);
        }
        found.fix(*switch, *on);
    }
    found.replace_gains(gains);
    found.maximize()?;
    Ok(Some(found))
}
