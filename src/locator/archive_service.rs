//! The web archives that people cite, by host, and what their addresses look like.

/// A web archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// The Wayback Machine of the Internet Archive.
    Wayback,
    /// archive.today under any of its names. Its captures have been altered, so they prove nothing.
    ArchiveToday,
    /// Archive-It.
    ArchiveIt,
    /// Arquivo.pt.
    Arquivo,
    /// National Library of Australia.
    Australia,
    /// Library and Archives Canada.
    Canada,
    /// `FreezePage`.
    FreezePage,
    /// Ghostarchive.
    Ghostarchive,
    /// National and University Library of Iceland.
    Iceland,
    /// Library of Congress.
    LibraryOfCongress,
    /// The Memento Time Travel service, which leads to other archives.
    Memento,
    /// Perma.cc.
    Perma,
    /// Stanford Web Archive Portal.
    Stanford,
    /// The National Archives of the United Kingdom.
    UkNationalArchives,
    /// The Parliament of the United Kingdom.
    UkParliament,
    /// UK Web Archive.
    UkWebArchive,
    /// `WebCite`.
    WebCite,
    /// Wikiwix.
    Wikiwix,
    /// An address of the same form at another host, as pywb serves it.
    Other,
}

/// What the addresses of an archive look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As the Wayback Machine: the moment, a modifier, the page.
    Wayback,
    /// As archive.today: a moment with dots, or a short code.
    Today,
    /// A moment somewhere in the path, the page after it.
    Timestamp,
    /// A code that does not tell the page.
    Code,
    /// A code that tells the moment, and a query that may tell the page.
    WebCite,
    /// An unknown host.
    Unknown,
}

/// Hosts, or domains with everything below them.
const HOSTS: &[(&str, Service, Shape)] = &[
    ("web.archive.org", Service::Wayback, Shape::Wayback),
    ("archive.org", Service::Wayback, Shape::Wayback),
    ("waybackmachine.org", Service::Wayback, Shape::Wayback),
    ("archive.today", Service::ArchiveToday, Shape::Today),
    ("archive.is", Service::ArchiveToday, Shape::Today),
    ("archive.ph", Service::ArchiveToday, Shape::Today),
    ("archive.li", Service::ArchiveToday, Shape::Today),
    ("archive.fo", Service::ArchiveToday, Shape::Today),
    ("archive.md", Service::ArchiveToday, Shape::Today),
    ("archive.vn", Service::ArchiveToday, Shape::Today),
    ("archive-it.org", Service::ArchiveIt, Shape::Timestamp),
    ("arquivo.pt", Service::Arquivo, Shape::Timestamp),
    ("nla.gov.au", Service::Australia, Shape::Timestamp),
    ("bac-lac.gc.ca", Service::Canada, Shape::Timestamp),
    ("bac-lac.canada.ca", Service::Canada, Shape::Timestamp),
    ("collectionscanada.gc.ca", Service::Canada, Shape::Timestamp),
    ("freezepage.com", Service::FreezePage, Shape::Code),
    ("ghostarchive.org", Service::Ghostarchive, Shape::Code),
    ("vefsafn.is", Service::Iceland, Shape::Timestamp),
    ("webarchive.loc.gov", Service::LibraryOfCongress, Shape::Timestamp),
    ("timetravel.mementoweb.org", Service::Memento, Shape::Timestamp),
    ("perma.cc", Service::Perma, Shape::Code),
    ("swap.stanford.edu", Service::Stanford, Shape::Timestamp),
    ("webarchive.nationalarchives.gov.uk", Service::UkNationalArchives, Shape::Timestamp),
    ("webarchive.parliament.uk", Service::UkParliament, Shape::Timestamp),
    ("webarchive.org.uk", Service::UkWebArchive, Shape::Timestamp),
    ("webcitation.org", Service::WebCite, Shape::WebCite),
    ("archive.wikiwix.com", Service::Wikiwix, Shape::Timestamp),
];

/// The archive at `host`, lower case, and the shape of its addresses.
pub(super) fn of_host(host: &str) -> (Service, Shape) {
    let below = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = HOSTS.iter().find(|(domain, ..)| below(domain));
    known.map_or((Service::Other, Shape::Unknown), |&(_, service, shape)| (service, shape))
}

impl Service {
    /// The name as reports print it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wayback => "Wayback Machine",
            Self::ArchiveToday => "archive.today",
            Self::ArchiveIt => "Archive-It",
            Self::Arquivo => "Arquivo.pt",
            Self::Australia => "National Library of Australia",
            Self::Canada => "Library and Archives Canada",
            Self::FreezePage => "FreezePage",
            Self::Ghostarchive => "Ghostarchive",
            Self::Iceland => "Icelandic Web Archive",
            Self::LibraryOfCongress => "Library of Congress",
            Self::Memento => "Memento Time Travel",
            Self::Perma => "Perma.cc",
            Self::Stanford => "Stanford Web Archive Portal",
            Self::UkNationalArchives => "UK Government Web Archive",
            Self::UkParliament => "UK Parliament Web Archive",
            Self::UkWebArchive => "UK Web Archive",
            Self::WebCite => "WebCite",
            Self::Wikiwix => "Wikiwix",
            Self::Other => "another web archive",
        }
    }
}
