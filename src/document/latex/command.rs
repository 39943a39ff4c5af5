//! What commands do with their arguments.

use super::emphasis;

/// What a command is to a reader of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// Its words are a heading.
    Heading,
    /// Its words stand apart.
    Caption,
    Footnote,
    /// `\footnotemark[3]`
    Mark,
    /// `\footnotetext[3]{…}`: the note of a mark.
    MarkText,
    /// `\epigraph{words}{who}`
    Epigraph,
    Url,
    Href,
    Doi,
    /// Citation keys.
    Cite,
    /// `\cites{…}{…}`
    Cites,
    /// `\nocite{…}`: keys of entries that are listed though nothing points to them.
    Nocite,
    /// `\enquote{…}`
    Quote,
    /// `\textquote[cite]{…}`
    QuoteOf,
    /// `\textcquote[…]{key}{…}`
    QuoteFrom,
    /// `\textelp{…}`, `\textins{…}`: what the writer has left out of what is quoted, and put into it.
    Altered {
        left_out: bool,
    },
    Bibliography,
    Begin,
    End,
    Item,
    Paragraph,
    /// `\iffalse`: what follows is switched off.
    Off,
    Verbatim,
    /// The argument is shown as code.
    Code,
    /// So many arguments that nobody sees; what follows is words.
    Hidden(usize),
    /// The body of a command of the document's own that leads to an address.
    Own,
    /// Its argument, or the rest of its group, is in italics.
    Emphasis {
        switch: bool,
    },
    /// Its arguments are shown.
    Shown,
}

/// Commands by what they do.
pub(super) fn of(name: &str) -> Command {
    match name {
        "part" | "chapter" | "section" | "subsection" | "subsubsection" | "paragraph" | "subparagraph" | "addsec"
        | "addchap" | "minisec" | "frametitle" => Command::Heading,
        "caption" | "captionof" | "subcaption" => Command::Caption,
        "footnotemark" | "endnotemark" => Command::Mark,
        "footnotetext" | "endnotetext" => Command::MarkText,
        "epigraph" => Command::Epigraph,
        "footnote" | "endnote" | "thanks" | "titlenote" | "subtitlenote" | "authornote" | "sidenote" | "marginnote"
        | "marginpar" | "tablefootnote" => Command::Footnote,
        "url" | "nolinkurl" => Command::Url,
        "href" => Command::Href,
        "doi" => Command::Doi,
        "cites" | "Cites" | "parencites" | "Parencites" | "textcites" | "Textcites" | "autocites" | "Autocites"
        | "footcites" | "smartcites" | "supercites" | "ocites" | "ycites" | "fullcites" => Command::Cites,
        "citelist" => Command::Shown,
        "enquote" | "say" | "frquote" => Command::Quote,
        "textquote" | "blockquote" => Command::QuoteOf,
        "textcquote" | "blockcquote" => Command::QuoteFrom,
        "textelp" => Command::Altered { left_out: true },
        "textins" => Command::Altered { left_out: false },
        "nocite" => Command::Nocite,
        "iffalse" => Command::Off,
        "bibliography" | "addbibresource" => Command::Bibliography,
        "begin" => Command::Begin,
        "end" => Command::End,
        "item" => Command::Item,
        "par" | "newpage" | "clearpage" | "maketitle" | "bigskip" | "medskip" | "smallskip" | "noindent" | "indent" => {
            Command::Paragraph
        }
        "verb" | "lstinline" => Command::Verbatim,
        "texttt" | "code" | "lstset" => Command::Code,
        _ if emphasis::is_command(name) => Command::Emphasis { switch: false },
        _ if emphasis::is_switch(name) => Command::Emphasis { switch: true },
        _ if name.contains('{') => Command::Own,
        _ if hidden(name) > 0 => Command::Hidden(hidden(name)),
        _ if is_cite(name) => Command::Cite,
        _ => Command::Shown,
    }
}

/// The command that `name` is in a language of its own, which it names first: `\foreigntextquote{german}…`.
pub(super) fn in_language(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("foreign").or_else(|| name.strip_prefix("hyphen"))?;
    match rest {
        "quote" => Some("enquote"),
        "textquote" | "textcquote" | "blockquote" | "blockcquote" | "displayquote" | "displaycquote" => Some(rest),
        _ => None,
    }
}

/// `\cite`, `\citep`, `\parencite`, `\Textcite`, `\autocite` and their relatives.
fn is_cite(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.starts_with("cite") && !lower.starts_with("citestyle") && !lower.starts_with("citereset")
        || lower.ends_with("cite") && !lower.starts_with("declare")
}

/// How many arguments of a command are not for readers.
fn hidden(name: &str) -> usize {
    match name {
        "label" | "ref" | "eqref" | "pageref" | "autoref" | "cref" | "Cref" | "nameref" | "vref" | "include"
        | "input" | "includegraphics" | "usepackage" | "documentclass" | "bibliographystyle" | "vspace" | "hspace"
        | "pagestyle" | "thispagestyle" | "hypersetup" | "index" | "color" | "textcolor" | "colorbox"
        | "graphicspath" | "hyphenation" | "author" | "date" | "affil" | "email" | "institute" | "keywords"
        | "phantom" | "hphantom" | "vphantom" | "raisebox" | "parbox" | "selectlanguage" | "foreignlanguage"
        | "hyperlink" | "hypertarget" | "cline" | "cmidrule" | "newcounter" | "stepcounter" | "tikz" | "title"
        | "subtitle" | "ding" | "printbibliography" | "lstinputlisting" | "externaldocument" | "subfile"
        | "rowcolor" | "cellcolor" | "RequirePackage" | "theoremstyle" | "bibliographyunit" | "includepdf"
        | "glsadd" => 1,
        "newcommand"
        | "renewcommand"
        | "providecommand"
        | "setlength"
        | "addtolength"
        | "setcounter"
        | "addtocounter"
        | "multicolumn"
        | "multirow"
        | "resizebox"
        | "fontsize"
        | "pdfbookmark"
        | "markboth"
        | "newtheorem"
        | "rule"
        | "DeclareMathOperator"
        | "fcolorbox"
        | "inputminted" => 2,
        "addcontentsline"
        | "definecolor"
        | "newenvironment"
        | "renewenvironment"
        | "NewDocumentCommand"
        | "RenewDocumentCommand"
        | "DeclareDocumentCommand"
        | "ProvideDocumentCommand" => 3,
        _ => 0,
    }
}
