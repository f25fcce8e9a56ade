//! Texts of the command line.

use serde::Deserialize;

use super::Template;
use super::problems::Advice;

/// What the command line says beside results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CliText {
    /// A renderer that the program was built without: `{name}`.
    pub renderer_not_built: Template,
    /// An option of the window stands beside a command: `{option}`.
    pub option_of_window: Template,
    /// The program was built without the window.
    pub no_window: String,
    /// The window cannot be opened with what comes from standard input.
    pub window_from_input: String,
    /// A file stands before a command.
    pub file_before_command: String,
    /// Neither a command nor a file: `{name}`, with the `{nearest}` command.
    pub no_command: Template,
    /// The results could not be written: `{reason}` in the words of the system.
    pub not_written: Template,
    /// A file or folder could not be written: `{file}`, `{reason}` in the words of the system.
    pub file_not_written: Template,
    /// A file could not be made: `{file}`, `{reason}` as its writer says it.
    pub file_not_made: Template,
    /// How far a report is: `{done}` files `{of}` all.
    pub files_written: Template,
    /// A `--set` without an equals sign.
    pub set_without_value: Advice,
    /// A second `--set` of the same assumption: `{id}`.
    pub set_twice: Advice,
    /// A file is valid: `{file}`, with `{count}` changes `{of}` all assumptions.
    pub valid: Template,
    /// So many suppliers are not as the table has them: `{file}`, `{count}`.
    pub suppliers: Template,
    /// So many slides: `{file}`, `{count}`.
    pub slides: Template,
    /// A result is no longer what it was: `{file}`, `{series}`, `{year}`, `{saved}`, `{now}`.
    pub moved: Template,
    /// Why that may be, and what to do.
    pub moved_hint: Template,
    /// So many of the checked files are bad: `{bad}`, `{of}`.
    pub bad_files: Template,
    /// Contributions are estimated: of `{count}` changes, from `{orders}` orders, with the standard
    /// error `{error}`.
    pub estimated: Template,
    /// No value of a lever reaches a target: `{lever}`, its `{min}` and `{max}`, `{series}`,
    /// `{year}`, `{target}`, the `{least}` and the `{greatest}` that are reached.
    pub out_of_reach: Template,
    /// The lever has no effect on the result: the same gaps.
    pub no_effect: Template,
}
