//! Asks for one page after another at the pace that is allowed, and looks at the jobs that are under way in between.

use std::collections::{HashMap, VecDeque};

use tokio::time::{Duration, Instant, sleep_until};

use super::{Ended, Row, Save, TRIES, Want};
use crate::archive::{Fate, Hindrance, Progress, Quota, Saver, Trouble};
use crate::clock;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::report::archiving::State;
use crate::run::event::Event;
use crate::store::SaveJob;

/// Jobs under way at once, where the archive does not say how many it takes: what Save Page Now takes without an account.
const AT_ONCE: usize = 3;

/// An archive that has no room this often in a row is left alone for the rest of the run.
const BUSY: u32 = 3;

/// After this many looks at a job without an answer, or requests that the archive itself fails in a row, it is left alone.
const FAILURES: u32 = 3;

/// What a look at a job is given where the time of its page is up.
const LEAST: Duration = Duration::from_secs(5);

/// What is under way.
pub(super) struct Rounds<'a> {
    save: &'a Save,
    saver: &'a Saver,
    wants: &'a mut Vec<Want>,
    /// Those still to be asked for, as places in `wants`.
    waiting: VecDeque<usize>,
    active: Vec<Active>,
    next_begin: Instant,
    begun: usize,
    at_once: usize,
    left_today: Option<u64>,
    /// How often in a row it had no room. A job that was begun is no sign of any: it may end so.
    busy: u32,
    failures: u32,
    ended: Option<Ended>,
}

/// A job.
struct Active {
    want: usize,
    job: String,
    asked_at: jiff::Timestamp,
    next: Instant,
    until: Instant,
    silent: u32,
    since: Since,
}

/// When a job was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Since {
    ThisRun,
    AnEarlierRun,
}

impl<'a> Rounds<'a> {
    pub(super) fn new(save: &'a Save, wants: &'a mut Vec<Want>, kept: &HashMap<String, SaveJob>) -> Self {
        let saver = save.saver.as_ref().expect("something is to be saved");
        let now = Instant::now();
        let (mut waiting, mut active) = (VecDeque::new(), Vec::new());
        for (want, one) in wants.iter().enumerate() {
            let kept = kept.get(one.url.as_str());
            let job = kept.and_then(|kept| match serde_json::from_str(&kept.state) {
                Ok(Row::Job(job)) => Some((job, kept.asked_at)),
                _ => None,
            });
            match (one.told.state, job) {
                (State::Wanted, _) => waiting.push_back(want),
                (State::Pending, Some((job, asked_at))) => {
                    active.push(Active {
                        want,
                        job,
                        asked_at,
                        next: now,
                        until: now + save.saving.wait,
                        silent: 0,
                        since: Since::AnEarlierRun,
                    });
                }
                _ => {}
            }
        }
        Self {
            save,
            saver,
            wants,
            waiting,
            active,
            next_begin: now,
            begun: 0,
            at_once: AT_ONCE,
            left_today: None,
            busy: 0,
            failures: 0,
            ended: None,
        }
    }

    /// Goes on until everything is done, or cannot be done now.
    pub(super) async fn go(mut self) -> anyhow::Result<Option<Ended>> {
        self.save.events.tell(Event::Saving { pages: self.waiting.len() + self.active.len() });
        if !self.waiting.is_empty() {
            self.ask_for_room().await;
        }
        while self.save.stop.asked().is_none() {
            let begin = self.may_begin().then_some(self.next_begin);
            let look = self.active.iter().map(|active| active.next).min();
            let (begins, at) = match (begin, look) {
                (None, None) => break,
                (Some(begin), Some(look)) if begin <= look => (true, begin),
                (_, Some(look)) => (false, look),
                (Some(begin), None) => (true, begin),
            };
            tokio::select! {
                biased;
                _ = self.save.stop.wait() => break,
                () = sleep_until(at) => {}
            }
            if begins { self.begin().await? } else { self.look().await? }
        }
        self.leave();
        Ok(self.ended)
    }

    async fn ask_for_room(&mut self) {
        match self.saver.quota(&self.save.fetcher).await {
            Ok(Quota { available, left_today }) => {
                self.left_today = left_today;
                if let Some(available) = available {
                    self.at_once = usize::try_from(available).unwrap_or(usize::MAX);
                }
                if available == Some(0) {
                    self.end(Ended::Full("has as many jobs of yours under way as it takes".to_owned()));
                }
                if left_today == Some(0) {
                    self.end(Ended::Full("captures no more for you today".to_owned()));
                }
            }
            Err(trouble) => self.hindered(&trouble),
        }
    }

    fn may_begin(&self) -> bool {
        self.ended.is_none()
            && !self.waiting.is_empty()
            && self.begun < self.save.saving.per_run
            && self.active.len() < self.at_once
            && self.left_today != Some(0)
    }

    async fn begin(&mut self) -> anyhow::Result<()> {
        let Some(place) = self.waiting.pop_front() else { return Ok(()) };
        self.begun += 1;
        self.next_begin = Instant::now() + Duration::from_mins(1) / self.save.saving.per_minute.max(1);
        let (url, asked_at) = (self.wants[place].url.clone(), clock::now());
        self.wants[place].tries += 1;
        self.keep(place, asked_at, &Row::Asked).await?;
        tracing::info!(%url, archive = self.saver.name(), "asks for a page to be saved");
        match self.saver.begin(&self.save.fetcher, &url).await {
            Progress::Job(job) => {
                self.failures = 0;
                self.left_today = self.left_today.map(|left| left.saturating_sub(1));
                self.keep(place, asked_at, &Row::Job(job.clone())).await?;
                self.wants[place].is(State::Pending, None);
                let now = Instant::now();
                let (next, until) = (now + self.save.saving.poll, now + self.save.saving.wait);
                self.active.push(Active { want: place, job, asked_at, next, until, silent: 0, since: Since::ThisRun });
                Ok(())
            }
            Progress::Captured(capture) => self.captured(place, asked_at, capture).await,
            Progress::Lost => {
                let trouble = lost();
                self.not(place, asked_at, &trouble).await
            }
            Progress::Not(trouble) => {
                // What was not taken was not asked for.
                self.begun -= usize::from(!trouble.was_taken());
                self.not(place, asked_at, &trouble).await
            }
        }
    }

    /// Looks at the job that is due next.
    async fn look(&mut self) -> anyhow::Result<()> {
        let due = (0..self.active.len()).min_by_key(|at| self.active[*at].next);
        let Some(at) = due else { return Ok(()) };
        let Active { want: place, job, asked_at, since, until, .. } = &self.active[at];
        let within = until.saturating_duration_since(Instant::now()).max(LEAST);
        let (place, asked_at, since, url) = (*place, *asked_at, *since, self.wants[*place].url.clone());
        match self.saver.look(&self.save.fetcher, &url, job, within).await {
            Progress::Job(job) => self.still_under_way(at, job).await,
            Progress::Captured(capture) => {
                self.active.swap_remove(at);
                self.captured(place, asked_at, capture).await
            }
            Progress::Lost => {
                self.active.swap_remove(at);
                // What an archive forgets at once it forgets again.
                if since == Since::AnEarlierRun && self.wants[place].tries < TRIES {
                    self.wants[place].is(State::Wanted, None);
                    self.waiting.push_back(place);
                    return Ok(());
                }
                self.not(place, asked_at, &lost()).await
            }
            Progress::Not(trouble) if trouble.is_of_the_archive() => {
                self.unseen(at, &trouble);
                Ok(())
            }
            Progress::Not(trouble) => {
                self.active.swap_remove(at);
                self.not(place, asked_at, &trouble).await
            }
        }
    }

    async fn still_under_way(&mut self, at: usize, job: String) -> anyhow::Result<()> {
        let now = Instant::now();
        let active = &mut self.active[at];
        (active.silent, active.next) = (0, now + self.save.saving.poll);
        let (place, asked_at, late) = (active.want, active.asked_at, now >= active.until);
        if active.job != job {
            active.job.clone_from(&job);
            self.keep(place, asked_at, &Row::Job(job)).await?;
        }
        if late {
            self.active.swap_remove(at);
            self.wants[place].is(State::Pending, Some("it is under way still; the next run looks again".to_owned()));
        }
        Ok(())
    }

    /// A look at a job that the archive gave no answer to: the job is there for all that.
    fn unseen(&mut self, at: usize, trouble: &Trouble) {
        let active = &mut self.active[at];
        active.silent += 1;
        active.next = Instant::now() + self.save.saving.poll;
        let (place, late) = (active.want, Instant::now() >= active.until);
        if late || active.silent >= FAILURES || trouble.fate != Fate::Later {
            self.active.swap_remove(at);
            let words = format!("{}; the next run looks again", trouble.why.words);
            self.wants[place].is(State::Pending, Some(words));
            if trouble.fate != Fate::Later {
                self.hindered(trouble);
            }
        }
    }

    async fn captured(&mut self, place: usize, asked_at: jiff::Timestamp, capture: Capture) -> anyhow::Result<()> {
        let (seen, exchanges) = self.saver.shows(&self.save.fetcher, &capture).await;
        self.save.recorder.keep(exchanges).await?;
        self.busy = 0;
        self.wants[place].tries = 0;
        self.keep(place, asked_at, &Row::Saved { capture: capture.clone(), seen }).await?;
        self.save.keep_capture(&self.wants[place], &capture).await?;
        tracing::info!(url = %self.wants[place].url, capture = capture.url, seen, "a page is saved");
        self.wants[place].told.replayable = Some(seen);
        self.wants[place].has(State::Saved, capture, None);
        self.save.events.tell(Event::SavedOne);
        Ok(())
    }

    /// A page that was not saved.
    async fn not(&mut self, place: usize, asked_at: jiff::Timestamp, trouble: &Trouble) -> anyhow::Result<()> {
        let why = &trouble.why;
        if !trouble.was_taken() {
            // It is not the page's fault.
            self.wants[place].tries -= 1;
            self.keep(place, asked_at, &Row::Asked).await?;
            self.wants[place].is(State::Wanted, None);
            match trouble.fate {
                // Others may be taken.
                Fate::Down => self.waiting.push_back(place),
                _ => self.waiting.push_front(place),
            }
            self.hindered(trouble);
            return Ok(());
        }
        match trouble.fate {
            Fate::Today => {
                let search = self.save.search(&self.wants[place].url, None).await?;
                let newest = match search {
                    CaptureSearch::Found(captures) => captures.into_iter().next(),
                    _ => None,
                };
                self.wants[place].tries = 0;
                self.keep(place, asked_at, &Row::Today { why: why.clone(), capture: newest.clone() }).await?;
                self.wants[place].failed(State::Kept, why, None);
                self.wants[place].told.capture = newest;
                self.save.events.tell(Event::SavedOne);
            }
            Fate::Refused => self.fails(place, asked_at, why, State::Refused).await?,
            _ => {
                self.fails(place, asked_at, why, State::Unknown).await?;
                if trouble.is_of_the_archive() {
                    self.hindered(trouble);
                }
            }
        }
        Ok(())
    }

    async fn fails(
        &mut self,
        place: usize,
        asked_at: jiff::Timestamp,
        why: &Hindrance,
        state: State,
    ) -> anyhow::Result<()> {
        let row = Row::Failed { why: why.clone(), refused: state == State::Refused };
        self.busy = 0;
        self.keep(place, asked_at, &row).await?;
        self.wants[place].failed(state, why, None);
        self.save.events.tell(Event::SavedOne);
        Ok(())
    }

    /// What the archive's own trouble means for all that is still to be asked for.
    fn hindered(&mut self, trouble: &Trouble) {
        let words = trouble.why.words.clone();
        tracing::warn!(archive = self.saver.name(), "{words}");
        match trouble.fate {
            Fate::Keys => self.end(Ended::Keys(words)),
            Fate::Quota => self.end(Ended::Full(words)),
            Fate::Closed => self.end(Ended::Closed(words)),
            Fate::Busy => {
                self.busy += 1;
                let pause = trouble.wait.unwrap_or(self.save.saving.busy_pause());
                if self.busy >= BUSY || pause > self.save.saving.wait {
                    self.end(Ended::Full(words));
                }
                self.next_begin = Instant::now() + pause;
            }
            Fate::Down | Fate::Later | Fate::Unknown | Fate::Today | Fate::Refused => {
                self.failures += 1;
                if self.failures >= FAILURES {
                    self.end(Ended::Closed(words));
                }
            }
        }
    }

    fn end(&mut self, why: Ended) {
        self.ended.get_or_insert(why);
    }

    /// Says of what is left why it was left.
    fn leave(&mut self) {
        let why = match &self.ended {
            Some(Ended::Keys(words) | Ended::Closed(words) | Ended::Full(words)) => words.clone(),
            Some(Ended::NoNetwork) => "nothing on the network answers".to_owned(),
            None if self.save.stop.asked().is_some() => "the run was stopped before".to_owned(),
            None if self.left_today == Some(0) => "the archive captures no more for you today".to_owned(),
            None => format!("a run asks for {} pages at most (archive.saving.per_run)", self.save.saving.per_run),
        };
        for place in std::mem::take(&mut self.waiting) {
            self.wants[place].is(State::Waiting, Some(why.clone()));
        }
        for active in std::mem::take(&mut self.active) {
            self.wants[active.want]
                .is(State::Pending, Some("it is under way still; the next run looks again".to_owned()));
        }
    }

    async fn keep(&self, place: usize, asked_at: jiff::Timestamp, row: &Row) -> anyhow::Result<()> {
        let state = serde_json::to_string(row)?;
        let want = &self.wants[place];
        let job = SaveJob { asked_at, tries: want.tries, state };
        Ok(self.save.store.keep_save_job(&self.save.archive, want.url.as_str(), &job).await?)
    }
}

fn lost() -> Trouble {
    let words = "does not know of the job any more".to_owned();
    Trouble { fate: Fate::Later, why: Hindrance { code: None, words }, wait: None }
}
