//! Lists that have one item or none nearly everywhere: a document of many links has several of them for each. And long lists of
//! what such a document has.

use std::ops::{Deref, DerefMut};

/// A list of one item nearly everywhere, which then takes no memory of its own.
#[derive(Debug, Clone, Default)]
pub enum Few<T> {
    /// No item.
    #[default]
    None,
    /// One item.
    One(T),
    /// More.
    Many(Box<Vec<T>>),
}

/// A list that is empty nearly everywhere, and then takes no more than a pointer.
#[derive(Debug, Clone)]
#[expect(clippy::box_collection, reason = "the list is smaller so, which it is for")]
pub struct Rare<T>(Option<Box<Vec<T>>>);

impl<T> Few<T> {
    /// Adds an item behind the others.
    pub fn push(&mut self, item: T) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(item),
            Self::One(first) => Self::Many(Box::new(vec![first, item])),
            Self::Many(mut items) => {
                items.push(item);
                Self::Many(items)
            }
        };
    }
}

impl<T> Rare<T> {
    /// Adds an item behind the others.
    pub fn push(&mut self, item: T) {
        self.0.get_or_insert_default().push(item);
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::None => &[],
            Self::One(item) => std::slice::from_ref(item),
            Self::Many(items) => items,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::None => &mut [],
            Self::One(item) => std::slice::from_mut(item),
            Self::Many(items) => items,
        }
    }
}

impl<T> Deref for Rare<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_ref().map_or(&[], |items| items)
    }
}

impl<T> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.as_mut().map_or(&mut [], |items| items)
    }
}

/// The items of a long list one by one, their room given back in parts: what each becomes takes as much.
pub(crate) fn freed_on_the_way<T>(mut items: Vec<T>) -> impl Iterator<Item = T> {
    const PART: usize = 8192;
    let mut parts = Vec::with_capacity(items.len() / PART + 1);
    while items.len() > PART {
        parts.push(items.split_off(items.len() - PART));
        items.shrink_to_fit();
    }
    parts.push(items);
    parts.into_iter().rev().flatten()
}

macro_rules! as_lists {
    ($($list:ident)*) => {$(
        impl<T> Extend<T> for $list<T> {
            fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
                items.into_iter().for_each(|item| self.push(item));
            }
        }

        impl<T> FromIterator<T> for $list<T> {
            fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
                let mut all = Self::default();
                all.extend(items);
                all
            }
        }

        impl<T> From<Vec<T>> for $list<T> {
            fn from(items: Vec<T>) -> Self {
                items.into_iter().collect()
            }
        }

        impl<'a, T> IntoIterator for &'a $list<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl<'a, T> IntoIterator for &'a mut $list<T> {
            type Item = &'a mut T;
            type IntoIter = std::slice::IterMut<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter_mut()
            }
        }

        impl<T: PartialEq> PartialEq for $list<T> {
            fn eq(&self, other: &Self) -> bool {
                self[..] == other[..]
            }
        }

        impl<T: Eq> Eq for $list<T> {}
    )*};
}

as_lists!(Few Rare);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_what_was_put_into_them_whatever_their_length() {
        for length in 0..5 {
            let expected: Vec<usize> = (0..length).collect();
            let (mut few, mut rare): (Few<usize>, Rare<usize>) = (expected.clone().into(), (0..length).collect());
            assert_eq!((&few[..], &rare[..]), (&expected[..], &expected[..]));
            few.iter_mut().chain(&mut rare).for_each(|item| *item += 1);
            assert!(few.iter().zip(&rare).all(|(one, other)| one == other));
            assert_eq!(few, (1..=length).collect());
        }
    }

    #[test]
    fn they_are_small() {
        assert_eq!(size_of::<Few<usize>>(), 16);
        assert_eq!(size_of::<Rare<String>>(), 8);
    }
}
