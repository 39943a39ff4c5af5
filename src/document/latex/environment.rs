//! What environments hold.

/// What an environment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    /// Formulas, code, drawings: no prose.
    Silent,
    Quotation,
    /// `displaycquote`: the citation key stands in its arguments.
    QuotationFrom,
    Bibliography,
    /// With how many arguments that nobody sees.
    Table(usize),
    /// With how many arguments that nobody sees.
    Other(usize),
}

/// Environments by their name.
pub(super) fn of(name: &str) -> Environment {
    match name.trim_end_matches('*') {
        "equation" | "align" | "alignat" | "aligned" | "gather" | "multline" | "eqnarray" | "displaymath" | "math"
        | "flalign" | "split" | "verbatim" | "Verbatim" | "BVerbatim" | "alltt" | "lstlisting" | "minted"
        | "tikzpicture" | "pgfpicture" | "picture" | "comment" | "filecontents" | "algorithmic" | "pycode" | "code"
        | "CCSXML" | "forest" | "axis" => Environment::Silent,
        "quote" | "quotation" | "displayquote" | "verse" | "quoting" | "blockquote" => Environment::Quotation,
        "displaycquote" => Environment::QuotationFrom,
        "thebibliography" => Environment::Bibliography,
        "tabular" | "longtable" | "array" | "supertabular" => Environment::Table(1),
        "tabularx" | "tabulary" => Environment::Table(2),
        "minipage" | "multicols" | "adjustbox" | "subfigure" | "column" | "otherlanguage" | "hyphenrules"
        | "subtable" | "threeparttable" => Environment::Other(1),
        "wrapfigure" | "wraptable" => Environment::Other(2),
        _ => Environment::Other(0),
    }
}
