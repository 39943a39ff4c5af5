//! Addresses that leave their scheme to the page that they stand on: `//a.example/b` is a page of another host, and is
//! asked for over HTTPS.

use super::characters;

/// What files end in whose names look like those of hosts: some writers begin the path from the top of a repository with two
/// slashes, `//README.md`.
const FILES: &[&str] = &[
    "adoc", "cc", "gn", "gni", "go", "htm", "html", "js", "json", "md", "mdx", "mk", "org", "php", "pl", "py", "rs",
    "rst", "sh", "so", "ts", "txt", "xml", "yaml", "yml",
];

/// The address with its scheme, if it has none and begins with a host: one that has a dot in it, for `//docs/tides.md` is a
/// path to many programs.
pub(crate) fn with_scheme(address: &str) -> Option<String> {
    let rest = address.strip_prefix("//")?;
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let name = host.split(':').next().unwrap_or_default();
    let label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
    };
    let top = name.rsplit('.').next().unwrap_or_default();
    let is_host = name.contains('.') && name.split('.').all(label) && top.chars().all(char::is_alphanumeric);
    let numbers = top.bytes().all(|byte| byte.is_ascii_digit()) && name.split('.').count() != 4;
    let is_file = name.len() == rest.len() && FILES.contains(&top.to_ascii_lowercase().as_str());
    let whole = format!("https:{address}");
    let reads = || url::Url::parse(&whole).is_ok() && !address.contains(char::is_whitespace);
    (is_host && !numbers && !is_file && reads()).then_some(whole)
}

/// The address as it is asked for: with its scheme where it only names a host, and without what lets lines end in it.
pub(crate) fn whole(address: String) -> String {
    let address = without_breaks(address);
    with_scheme(&address).unwrap_or(address)
}

/// The address without the characters that nobody sees, and that only let a line end in it.
pub(crate) fn without_breaks(address: String) -> String {
    characters::without_breaks(&address).unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_scheme_is_one_of_another_host() {
        for address in [
            "//a.test/b",
            "//www.a.test",
            "//a.test:8080/b?c#d",
            "//doi.org/10.5555%2Ftides.1",
            "//a.test?b=1",
            "//bücher.test/b",
            "//203.0.114.7/b",
            "//pier.md/b",
        ] {
            assert_eq!(with_scheme(address), Some(format!("https:{address}")), "{address}");
        }
        for path in [
            "a.test/b",
            "/a.test/b",
            "///a.test/b",
            "//",
            "//docs/tides.md",
            "//docs",
            "//README.md",
            "//tides.html",
            "//1.2/b",
            "//a..test/b",
            "//.test/b",
            "//a.test /b",
            "// a.test",
            "https://a.test/b",
            "//third_party/a.test/b",
            "//-a.test/",
        ] {
            assert_eq!(with_scheme(path), None, "{path}");
        }
    }
}
