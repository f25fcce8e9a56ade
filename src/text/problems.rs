//! Texts of what can be wrong with a file.

use serde::Deserialize;

/// What can be wrong with a file, and what to do about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemText {}
