//! Packed bytes: in memory as long as a run holds few of them, else on a shelf, where the shell has given one.

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

/// Bytes of all packets that stay in memory: more than an ordinary check has.
const HELD_AT_MOST: usize = 4 << 20;

/// How many are in memory.
static HELD: AtomicUsize = AtomicUsize::new(0);

/// What makes a shelf, once one is wanted.
static MAKER: OnceLock<Maker> = OnceLock::new();

/// The shelf that packets are put on. It goes with the last packet that lies on it.
static SHELF: Mutex<Option<Weak<dyn Shelf>>> = Mutex::new(None);

/// Makes a shelf; none where there can be none.
pub(crate) type Maker = Box<dyn Fn() -> Option<Arc<dyn Shelf>> + Send + Sync>;

/// Where bytes lie that are not needed for now, out of memory.
pub(crate) trait Shelf: Send + Sync {
    /// Puts bytes there; gives their place. None where there is no room: they stay in memory.
    fn put(&self, bytes: &[u8]) -> Option<u64>;

    /// So many bytes from a place.
    fn get(&self, at: u64, length: usize) -> Vec<u8>;
}

/// Says what makes a shelf, once one is wanted; whoever says so first has it.
pub(crate) fn shelve_with(maker: Maker) {
    // A second one is no better than the first.
    drop(MAKER.set(maker));
}

/// See the module.
#[derive(Clone)]
pub(crate) struct Packet(Place);

#[derive(Clone)]
enum Place {
    Held(Arc<Held>),
    Shelved { shelf: Arc<dyn Shelf>, at: u64, length: u32 },
}

/// Bytes that count as held.
struct Held(Box<[u8]>);

impl Packet {
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        if HELD.load(Ordering::Relaxed) + bytes.len() > HELD_AT_MOST
            && let Some(shelf) = shelf()
            && let Some(packet) = Self::on(shelf, &bytes)
        {
            return packet;
        }
        Self(Place::Held(Arc::new(Held::new(bytes))))
    }

    /// On that shelf, where it has room.
    fn on(shelf: Arc<dyn Shelf>, bytes: &[u8]) -> Option<Self> {
        let length = u32::try_from(bytes.len()).ok()?;
        let at = shelf.put(bytes)?;
        Some(Self(Place::Shelved { shelf, at, length }))
    }

    pub(crate) fn bytes(&self) -> Cow<'_, [u8]> {
        match &self.0 {
            Place::Held(held) => Cow::Borrowed(&held.0),
            Place::Shelved { shelf, at, length } => Cow::Owned(shelf.get(*at, *length as usize)),
        }
    }
}

/// The shelf of the packets that lie on one, else a new one.
fn shelf() -> Option<Arc<dyn Shelf>> {
    let mut known = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(shelf) = known.as_ref().and_then(Weak::upgrade) {
        return Some(shelf);
    }
    let shelf = MAKER.get()?()?;
    *known = Some(Arc::downgrade(&shelf));
    Some(shelf)
}

impl Held {
    fn new(bytes: Vec<u8>) -> Self {
        HELD.fetch_add(bytes.len(), Ordering::Relaxed);
        Self(bytes.into())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.fetch_sub(self.0.len(), Ordering::Relaxed);
    }
}

impl PartialEq for Packet {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for Packet {}

impl fmt::Debug for Packet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.bytes().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One with room for so many bytes.
    struct Board {
        room: usize,
        bytes: Mutex<Vec<u8>>,
    }

    impl Shelf for Board {
        fn put(&self, bytes: &[u8]) -> Option<u64> {
            let mut all = self.bytes.lock().unwrap();
            let at = all.len();
            (at + bytes.len() <= self.room).then(|| all.extend(bytes))?;
            Some(at as u64)
        }

        fn get(&self, at: u64, length: usize) -> Vec<u8> {
            let at = usize::try_from(at).unwrap();
            self.bytes.lock().unwrap()[at..at + length].to_vec()
        }
    }

    #[test]
    fn what_lies_on_a_shelf_is_what_was_put_there_as_long_as_it_has_room() {
        let board: Arc<dyn Shelf> = Arc::new(Board { room: 8, bytes: Mutex::default() });
        let put = |bytes: &[u8]| Packet::on(Arc::clone(&board), bytes);
        let (one, two) = (put(b"tides").unwrap(), put(b"ebb").unwrap());
        assert_eq!((&*one.bytes(), &*two.bytes()), (&b"tides"[..], &b"ebb"[..]));
        assert_eq!(one, Packet::of(b"tides".to_vec()));
        assert_eq!(put(b"more"), None);
    }

    #[test]
    fn a_shelf_goes_with_the_last_packet_that_lies_on_it() {
        let board: Arc<dyn Shelf> = Arc::new(Board { room: 8, bytes: Mutex::default() });
        let weak = Arc::downgrade(&board);
        let packet = Packet::on(board, b"tides").unwrap();
        let other = packet.clone();
        drop(packet);
        assert!(weak.upgrade().is_some());
        drop(other);
        assert!(weak.upgrade().is_none());
    }
}
