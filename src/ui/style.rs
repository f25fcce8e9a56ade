//! Fonts, sizes and egui's own colours, from the theme.

use std::sync::Arc;

use eframe::egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak,
    Frame, Margin, Stroke, TextStyle, Theme as EguiTheme, Ui, Vec2, Visuals, style,
};

use crate::report::drawing::typeface::Font;
use crate::theme::{Role, Theme};

/// The family that is semi-bold; the default one is regular.
const SEMIBOLD: &str = "semibold";
/// Han characters sit low beside Inter, whose baseline egui does not align them to.
const HAN_OFFSET: f32 = -0.072;

/// Font sizes in points.
pub mod size {
    /// Ticks, units, captions.
    pub const CAPTION: f32 = 11.0;
    /// Direct labels and readings.
    pub const LABEL: f32 = 11.5;
    /// Body.
    pub const BODY: f32 = 12.5;
    /// Titles of cards and levers.
    pub const TITLE: f32 = 13.0;
    /// The name of the program.
    pub const BRAND: f32 = 15.0;
    /// The headline of a screen.
    pub const HEADLINE: f32 = 17.0;
    /// The value of a key figure.
    pub const KEY_FIGURE: f32 = 24.0;
}

/// Distances in points.
pub mod space {
    /// Between things that belong together.
    pub const GAP: f32 = 8.0;
    /// Between the window's edge and its content.
    pub const MARGIN: f32 = 16.0;
    /// Between a card's edge and its content.
    pub const CARD: f32 = 14.0;
    /// Height of fields.
    pub const FIELD: f32 = 24.0;
    /// Height of buttons.
    pub const BUTTON: f32 = 28.0;
}

/// Corner radius of cards.
pub const CARD_RADIUS: u8 = 8;
/// Corner radius of buttons and fields.
pub const BUTTON_RADIUS: u8 = 6;

/// A regular font.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// A semi-bold font.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The theme that is shown.
pub fn theme(ui: &Ui) -> Theme {
    if ui.visuals().dark_mode {
        Theme::Dark
    } else {
        Theme::Light
    }
}

/// The colour of a role in the theme that is shown.
pub fn color(ui: &Ui, role: Role) -> Color32 {
    color_in(theme(ui), role)
}

/// The colour of a role in a theme.
pub fn color_in(theme: Theme, role: Role) -> Color32 {
    let color = theme.color(role);
    Color32::from_rgb(color.red, color.green, color.blue)
}

/// Loads fonts and sets both themes up.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    for (theme, egui_theme) in [
        (Theme::Light, EguiTheme::Light),
        (Theme::Dark, EguiTheme::Dark),
    ] {
        ctx.set_visuals_of(egui_theme, visuals(theme));
    }
    // Zoom is a setting of the program's own.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, regular(size::CAPTION)),
            (TextStyle::Body, regular(size::BODY)),
            (TextStyle::Monospace, regular(size::BODY)),
            (TextStyle::Button, regular(size::TITLE)),
            (TextStyle::Heading, semibold(size::HEADLINE)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::splat(space::GAP);
        style.spacing.button_padding = Vec2::new(10.0, 5.0);
        style.spacing.interact_size.y = space::FIELD;
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.scroll = style::ScrollStyle::thin();
        style.interaction.selectable_labels = false;
        style.animation_time = 0.14;
    });
}

/// The frame of a window that wants an answer.
pub fn modal(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).inner_margin(Margin::same(18))
}

/// Selects the theme that is shown.
pub fn show(ctx: &Context, theme: Theme) {
    ctx.set_theme(match theme {
        Theme::Light => EguiTheme::Light,
        Theme::Dark => EguiTheme::Dark,
    });
}

/// Inter for Latin, Noto Sans SC for Han, both bundled: no picture depends on the system.
fn fonts() -> FontDefinitions {
    let latin = |font: Font| Arc::new(FontData::from_static(font.bytes()));
    let han = |font: Font| {
        let tweak = FontTweak {
            y_offset_factor: HAN_OFFSET,
            ..FontTweak::default()
        };
        Arc::new(FontData::from_static(font.bytes()).tweak(tweak))
    };
    let mut fonts = FontDefinitions::empty();
    let faces = [
        ("inter", latin(Font::Inter)),
        ("inter-semibold", latin(Font::InterSemibold)),
        ("noto", han(Font::Noto)),
        ("noto-bold", han(Font::NotoBold)),
    ];
    for (name, data) in faces {
        fonts.font_data.insert(name.to_owned(), data);
    }
    let family = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    fonts
        .families
        .insert(FontFamily::Proportional, family(["inter", "noto"]));
    fonts
        .families
        .insert(FontFamily::Monospace, family(["inter", "noto"]));
    fonts.families.insert(
        FontFamily::Name(SEMIBOLD.into()),
        family(["inter-semibold", "noto-bold"]),
    );
    fonts
}

/// egui's own widgets in the colours of a theme.
fn visuals(theme: Theme) -> Visuals {
    let of = |role| color_in(theme, role);
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    visuals.panel_fill = of(Role::Bg);
    visuals.window_fill = of(Role::Card);
    visuals.window_stroke = Stroke::new(1.0, of(Role::StrokeStrong));
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.extreme_bg_color = of(Role::Card);
    visuals.text_edit_bg_color = Some(of(Role::Card));
    visuals.faint_bg_color = of(Role::Hover);
    visuals.hyperlink_color = of(Role::Accent);
    visuals.warn_fg_color = of(Role::Warn);
    visuals.error_fg_color = of(Role::Bad);
    visuals.weak_text_color = Some(of(Role::Text3));
    visuals.selection.bg_fill = of(Role::AccentSoft);
    visuals.selection.stroke = Stroke::new(1.0, of(Role::Accent));
    // A blinking cursor paints the whole window twice a second.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, of(Role::Accent));
    let widgets = [
        (
            &mut visuals.widgets.noninteractive,
            Role::Card,
            Role::Stroke,
            Role::Text1,
        ),
        (
            &mut visuals.widgets.inactive,
            Role::Card,
            Role::StrokeStrong,
            Role::Text1,
        ),
        (
            &mut visuals.widgets.hovered,
            Role::Hover,
            Role::StrokeStrong,
            Role::Text1,
        ),
        (
            &mut visuals.widgets.active,
            Role::AccentSoft,
            Role::Accent,
            Role::Accent,
        ),
        (
            &mut visuals.widgets.open,
            Role::Hover,
            Role::StrokeStrong,
            Role::Text1,
        ),
    ];
    for (widget, fill, edge, text) in widgets {
        widget.bg_fill = of(fill);
        widget.weak_bg_fill = of(fill);
        widget.bg_stroke = Stroke::new(1.0, of(edge));
        widget.fg_stroke = Stroke::new(1.0, of(text));
        widget.corner_radius = CornerRadius::same(BUTTON_RADIUS);
        widget.expansion = 0.0;
    }
    visuals
}
