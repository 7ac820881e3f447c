//! The criteria that a project can start with: the method's, as the project's own words.

use std::sync::Arc;

use super::{Criterion, Direction, Role};

/// A criterion's name and what its levels stand for, as keys of the text catalogue.
struct Usual {
    name: &'static str,
    role: Role,
    direction: Direction,
    anchors: &'static [&'static str],
}

const USUAL: [Usual; 8] = [
    Usual {
        name: "criterion-buying-urge",
        role: Role::BuyingUrge,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-buying-urge-1",
            "criterion-buying-urge-2",
            "criterion-buying-urge-3",
            "criterion-buying-urge-4",
            "criterion-buying-urge-5",
        ],
    },
    Usual {
        name: "criterion-buying-process",
        role: Role::BuyingProcess,
        direction: Direction::LessIsBetter,
        anchors: &[
            "criterion-buying-process-1",
            "criterion-buying-process-2",
            "criterion-buying-process-3",
            "criterion-buying-process-4",
        ],
    },
    Usual {
        name: "criterion-market-size",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-market-size-1",
            "criterion-market-size-2",
            "criterion-market-size-3",
            "criterion-market-size-4",
            "criterion-market-size-5",
        ],
    },
    Usual {
        name: "criterion-growth",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-growth-1",
            "criterion-growth-2",
            "criterion-growth-3",
            "criterion-growth-4",
            "criterion-growth-5",
        ],
    },
    Usual {
        name: "criterion-ability-to-pay",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-ability-to-pay-1",
            "criterion-ability-to-pay-2",
            "criterion-ability-to-pay-3",
            "criterion-ability-to-pay-4",
            "criterion-ability-to-pay-5",
        ],
    },
    Usual {
        name: "criterion-strength",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-strength-1",
            "criterion-strength-2",
            "criterion-strength-3",
            "criterion-strength-4",
            "criterion-strength-5",
        ],
    },
    Usual {
        name: "criterion-reach",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-reach-1",
            "criterion-reach-2",
            "criterion-reach-3",
            "criterion-reach-4",
            "criterion-reach-5",
        ],
    },
    Usual {
        name: "criterion-reference",
        role: Role::Other,
        direction: Direction::MoreIsBetter,
        anchors: &[
            "criterion-reference-1",
            "criterion-reference-2",
            "criterion-reference-3",
            "criterion-reference-4",
            "criterion-reference-5",
        ],
    },
];

impl Usual {
    fn criterion(&self, words: impl Fn(&'static str) -> Arc<str>) -> Criterion {
        Criterion {
            role: self.role,
            direction: self.direction,
            anchors: self.anchors.iter().map(|key| words(key)).collect(),
            ..Criterion::new(words(self.name))
        }
    }
}

/// The method's criteria with new ids; `words` says what a key of the text catalogue stands for.
pub fn usual_criteria(words: impl Fn(&'static str) -> Arc<str>) -> Vec<Criterion> {
    USUAL.iter().map(|usual| usual.criterion(&words)).collect()
}

/// The method's criterion of that role, with a new id; none for other criteria.
pub fn usual_criterion(role: Role, words: impl Fn(&'static str) -> Arc<str>) -> Option<Criterion> {
    let usual = USUAL.iter().find(|usual| usual.role == role && role != Role::Other)?;
    Some(usual.criterion(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Record;

    #[test]
    fn are_valid_and_read_by_the_method() {
        let criteria = usual_criteria(Into::into);
        assert!(criteria.iter().all(|criterion| Criterion::TABLE.check(criterion) == Ok(())));
        let roles: Vec<_> = criteria.iter().map(|criterion| criterion.role).collect();
        assert_eq!(roles[..3], [Role::BuyingUrge, Role::BuyingProcess, Role::Other]);
    }
}
