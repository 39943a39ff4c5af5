//! The title that YAML or TOML before a document gives it; the rest is left alone.

/// The value of `title` in front matter.
pub(super) fn title(text: &str) -> Option<String> {
    let value = text.lines().find_map(|line| {
        let rest = line.strip_prefix("title")?.trim_start();
        rest.strip_prefix([':', '=']).map(str::trim)
    })?;
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let bare = quoted('"').or_else(|| quoted('\'')).unwrap_or(value).trim();
    let several_lines = matches!(bare, "|" | ">" | "|-" | ">-");
    (!bare.is_empty() && !several_lines).then(|| bare.replace("\\\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_read_from_yaml_and_toml() {
        assert_eq!(title("id: 1\ntitle: \"A: b\"\n").as_deref(), Some("A: b"));
        assert_eq!(title("title = 'A'").as_deref(), Some("A"));
        assert_eq!(title("subtitle: A\n  title: B"), None);
    }
}
