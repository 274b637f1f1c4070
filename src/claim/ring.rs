//! The order in which things come that stand on others of their kind, and the rings among them.

/// Everything after what it stands on, which `parents` tells; `ring` is told of each ring, beginning where it is closed.
pub(super) fn order(
    count: usize,
    parents: impl Fn(usize) -> Vec<usize>,
    mut ring: impl FnMut(&[usize]),
) -> Vec<usize> {
    // Depth first without recursion: a sheet may chain as many as it likes.
    let mut state = vec![State::New; count];
    let mut order = Vec::new();
    for start in 0..count {
        if state.get(start) != Some(&State::New) {
            continue;
        }
        set(&mut state, start, State::Open);
        let mut path = vec![(start, parents(start).into_iter())];
        while let Some((index, rest)) = path.last_mut() {
            let index = *index;
            let Some(parent) = rest.next() else {
                set(&mut state, index, State::Done);
                order.push(index);
                path.pop();
                continue;
            };
            match state.get(parent) {
                Some(State::New) => {
                    set(&mut state, parent, State::Open);
                    path.push((parent, parents(parent).into_iter()));
                }
                Some(State::Open) => {
                    let on_it = path.iter().map(|(index, _)| *index);
                    ring(&on_it.skip_while(|index| *index != parent).collect::<Vec<_>>());
                }
                Some(State::Done) | None => {}
            }
        }
    }
    order
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

fn set(state: &mut [State], index: usize, value: State) {
    if let Some(slot) = state.get_mut(index) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn parents_come_first_and_rings_are_told() {
        for (parents, expected, rings) in [
            (&[&[1][..], &[2], &[]][..], &[2, 1, 0][..], &[][..]),
            (&[&[0]], &[0], &[&[0][..]]),
            (&[&[1], &[2], &[1, 9]], &[2, 1, 0], &[&[1, 2]]),
            (&[&[1, 2], &[2], &[]], &[2, 1, 0], &[]),
        ] {
            let mut found = Vec::new();
            let parents = |index: usize| parents[index].to_vec();
            let order = order(expected.len(), parents, |ring| found.push(ring.to_vec()));
            assert_eq!((order.as_slice(), found.len()), (expected, rings.len()));
            assert!(
                found.iter().zip(rings).all(|(one, other)| one == other),
                "{found:?}"
            );
        }
    }
}
