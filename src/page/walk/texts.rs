//! What a walk through a tree gathers.

use super::super::sight::Sight;
use super::beside::Parts;

/// The texts of a tree; empty ones among them.
#[derive(Debug, Default)]
pub(in crate::page) struct Texts {
    /// What a reader sees.
    pub visible: String,
    /// The same without note marks and ruby, and once more without what interrupts it; empty where there is none of that.
    pub no_marks: String,
    /// What is not shown.
    pub hidden: String,
    /// What `<noscript>` elements hold, as markup.
    pub noscript: String,
    /// What `srcdoc` attributes of frames hold, as markup.
    pub frames: Vec<String>,
    /// Where a browser that looks for words sees otherwise.
    pub sight: Sight,
    /// Its links, up to [`super::MOST_LINKS`], and what stands beside the text.
    pub parts: Parts,
}
