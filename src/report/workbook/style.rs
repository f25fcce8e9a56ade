//! How cells look: the colours of the light theme, on white.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::theme::{Role, Theme};

/// The colour of a role.
pub(super) fn color(role: Role) -> Color {
    let color = Theme::Light.color(role);
    Color::from(u32::from_be_bytes([0, color.red, color.green, color.blue]))
}

/// The names of columns.
pub(super) fn head() -> Format {
    edged()
        .set_bold()
        .set_background_color(color(Role::Bg))
        .set_text_wrap()
}

/// The names of columns with numbers.
pub(super) fn number_head() -> Format {
    head().set_align(FormatAlign::Right)
}

/// The head of a part of a sheet.
pub(super) fn section() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(color(Role::Accent))
        .set_align(FormatAlign::Top)
}

/// The title of the workbook.
pub(super) fn title() -> Format {
    const SIZE: f64 = 18.0;
    Format::new().set_bold().set_font_size(SIZE)
}

/// Words.
pub(super) fn words() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// Words over several lines.
pub(super) fn lines() -> Format {
    words().set_text_wrap()
}

/// Words that matter less, such as ids.
pub(super) fn quiet() -> Format {
    words().set_font_color(color(Role::Text3))
}

/// Units, which stand off the number before them.
pub(super) fn unit() -> Format {
    quiet().set_indent(1)
}

/// A number in a number format.
pub(super) fn number(format: &str) -> Format {
    Format::new()
        .set_num_format(format)
        .set_align(FormatAlign::Top)
}

/// A number that may be changed.
pub(super) fn input(format: &str) -> Format {
    edged()
        .set_num_format(format)
        .set_align(FormatAlign::Top)
        .set_background_color(color(Role::Input))
}

/// What differs from the baseline.
pub(super) fn changed() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(color(Role::AccentSoft))
}

fn edged() -> Format {
    Format::new()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(color(Role::StrokeStrong))
}
