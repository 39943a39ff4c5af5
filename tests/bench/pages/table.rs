//! The table: for each class how many pages are of it, how many of those are told, and how many that are told are of it.

use std::collections::BTreeSet;

use crate::hosts::Looked;

/// A page as labelled and as told.
pub struct Judged {
    pub name: String,
    pub class: String,
    pub told: String,
    /// As told once its host was asked for a page that cannot be there, where it would be.
    pub told_after: String,
    /// Whether its host would be asked for a page that cannot be there.
    pub doubtful: bool,
    /// Whether a quote that is missing on it is held to be missing.
    pub held: bool,
    /// What was seen.
    pub signs: Vec<String>,
}

/// Fewer samples than that give counts and no share.
const FEWEST: usize = 100;

impl Judged {
    /// Whether it is told as what it is.
    pub fn is_right(&self) -> bool {
        self.class == self.told
    }

    /// Puts what the program said of it on its host in the place of what follows from what it says alone.
    pub fn ask(&mut self, looked: Looked) {
        // Of a page that waits for its scripts nothing is said.
        let is_open = self.class == "script-only" && self.is_right() && looked.told == "ordinary";
        self.told_after = if is_open { self.told.clone() } else { looked.told };
        self.doubtful = looked.asked;
    }
}

/// Prints the table of a part.
pub fn print(judged: &[Judged]) {
    let classes: BTreeSet<&str> = judged.iter().flat_map(|it| [it.class.as_str(), it.told.as_str()]).collect();
    println!("{:<20} {:>6} {:>14} {:>14} {:>14}", "class", "n", "recall", "precision", "host asked");
    for class in classes {
        let of = judged.iter().filter(|it| it.class == class);
        let right = of.clone().filter(|it| it.is_right()).count();
        let told = judged.iter().filter(|it| it.told == class).count();
        let after = of.clone().filter(|it| it.told_after == it.class).count();
        let of = of.count();
        println!("{class:<20} {of:>6} {:>14} {:>14} {:>14}", share(right, of), share(right, told), share(after, of));
    }
    let ordinary = judged.iter().filter(|it| it.class == "ordinary");
    let alarms = ordinary.clone().filter(|it| !it.is_right());
    println!("false alarms on ordinary pages: {}", share(alarms.clone().count(), ordinary.clone().count()));
    let dead = alarms.filter(|it| DEAD.contains(&it.told.as_str())).count();
    println!("of them told as gone: {}", share(dead, ordinary.clone().count()));
    let after = ordinary.clone().filter(|it| it.told_after != it.class).count();
    let others = judged.iter().filter(|it| it.class != "ordinary" && !DEAD.contains(&it.class.as_str()));
    let mistaken = others.clone().filter(|it| DEAD.contains(&it.told_after.as_str())).count();
    println!(
        "pages that are withheld or failing, told as gone once their hosts were asked: {}",
        share(mistaken, others.count())
    );
    println!("false alarms once their hosts were asked: {}", share(after, ordinary.clone().count()));
    println!(
        "hosts of ordinary pages that would be asked: {}",
        share(ordinary.clone().filter(|it| it.doubtful).count(), ordinary.count())
    );
    let missed = judged.iter().filter(|it| DEAD.contains(&it.class.as_str()) && !it.is_right());
    println!(
        "hosts of missed pages that would be asked: {}",
        share(missed.clone().filter(|it| it.doubtful).count(), missed.clone().count())
    );
    let lacking =
        |some: usize, all: usize| println!("  told as the page, and a missing quote is in doubt: {}", share(some, all));
    println!("of ordinary pages");
    let live = judged.iter().filter(|it| it.class == "ordinary" && it.is_right());
    lacking(live.clone().filter(|it| !it.held).count(), live.count());
    println!("of missed pages");
    let missed = judged.iter().filter(|it| it.class != "ordinary" && it.told == "ordinary");
    lacking(missed.clone().filter(|it| !it.held).count(), missed.count());
}

/// Reasons that can become broken.
const DEAD: [&str; 5] = ["soft-404", "parked", "redirected-to-home", "suspended", "seized"];

fn share(some: usize, all: usize) -> String {
    if all < FEWEST {
        return format!("{some} of {all}");
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of pages")]
    let share = some as f64 * 100.0 / all as f64;
    format!("{some} ({share:.2} %)")
}
