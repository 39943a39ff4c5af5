//! Looks at sources: politely, bounded, never failing.
