//! A value that depends on a screen's own state besides the project.

/// The last value, kept as long as its key is the same. What depends on the project alone belongs into
/// [`Analysis`](crate::analysis::Analysis); otherwise the key contains [`View::revision`](super::View::revision).
#[derive(Debug)]
pub struct Memo<K, V> {
    kept: Option<(K, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { kept: None }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for that key, made if the key is another than last time.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        let kept = self.kept.take().filter(|(kept, _)| *kept == key);
        &self.kept.insert(kept.unwrap_or_else(|| (key, make()))).1
    }

    /// The last value, whatever its key.
    pub fn last(&self) -> Option<&V> {
        self.kept.as_ref().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn made_once_for_a_key() {
        let mut memo = Memo::default();
        let mut made = 0;
        for (key, value) in [(1, 10), (1, 10), (2, 20)] {
            let got = *memo.get(key, || {
                made += 1;
                key * 10
            });
            assert_eq!(got, value);
        }
        assert_eq!(made, 2);
        assert_eq!(memo.last(), Some(&20));
    }
}
