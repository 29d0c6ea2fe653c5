//! Many alike things at once: one thread a processor, and every result in its place.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Does `each` to the numbers below `count`, as many at once as there are processors and no more than `most`. `done` gets
/// the results in order, each as soon as it and all before it are there.
pub fn abreast<T: Send>(count: usize, most: usize, each: impl Fn(usize) -> T + Sync, mut done: impl FnMut(T)) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(most).min(count);
    if threads <= 1 {
        return (0..count).for_each(|number| done(each(number)));
    }
    let (next, each) = (&AtomicUsize::new(0), &each);
    thread::scope(|scope| {
        let (said, heard) = mpsc::channel();
        for _ in 0..threads {
            let said = said.clone();
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count || said.send((number, each(number))).is_err() {
                        break;
                    }
                }
            });
        }
        // The threads' own are left, so that what is heard ends with the last of them.
        drop(said);
        let (mut early, mut wanted) = (BTreeMap::new(), 0);
        for (number, result) in heard {
            early.insert(number, result);
            while let Some(result) = early.remove(&wanted) {
                done(result);
                wanted += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_order_although_the_first_takes_longest() {
        let slow_first = |number: usize| {
            thread::sleep(Duration::from_millis(if number == 0 { 50 } else { 0 }));
            number * number
        };
        let mut told = Vec::new();
        abreast(20, usize::MAX, slow_first, |square| told.push(square));
        assert_eq!(told, (0..20).map(|number| number * number).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_are_at_work_than_may_be() {
        for may in [1, 2] {
            let (at_work, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let each = |_| {
                most.fetch_max(at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
                at_work.fetch_sub(1, Ordering::SeqCst);
            };
            let mut count = 0;
            abreast(10, may, each, |()| count += 1);
            assert_eq!(count, 10);
            assert!((1..=may).contains(&most.into_inner()));
        }
        abreast(0, 4, |_| (), |()| unreachable!("there is nothing to do"));
    }
}
