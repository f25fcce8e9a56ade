//! Colours by role. The only place that knows a colour; screen and pictures both read it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// A colour as red, green and blue in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl TryFrom<String> for Color {
    type Error = String;

    /// Reads `#RRGGBB`.
    fn try_from(hex: String) -> Result<Self, String> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6);
        let rgb = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = rgb
            .ok_or_else(|| format!("`{hex}` is no colour"))?
            .to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

/// What a colour is used for.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// The window behind everything.
    Bg,
    /// Bars and side panels.
    Panel,
    /// Cards, fields and buttons.
    Card,
    /// A hovered row or button.
    Hover,
    /// Card edge and grid.
    Stroke,
    /// Field edge, zero line, forecast divider.
    StrokeStrong,
    /// The rail of a slider.
    Rail,
    /// The thumb of a slider inside its ring.
    Thumb,
    /// Values and titles.
    Text1,
    /// Labels and readings.
    Text2,
    /// Ticks, units and captions.
    Text3,
    /// The current scenario, and everything that can be dragged.
    Accent,
    /// A selected segment.
    AccentSoft,
    /// A cell of a workbook that may be changed.
    Input,
    /// Better.
    Good,
    /// Worse.
    Bad,
    /// A change without a direction.
    Neutral,
    /// The baseline.
    Ghost,
    /// Something to look at before it is lost.
    Warn,
    /// Need: training.
    Training,
    /// Need: fine-tuning.
    Finetuning,
    /// Need: inference.
    Inference,
    /// Need: other AI.
    Other,
    /// What binds: demand.
    BindingDemand,
    /// What binds: chips.
    BindingChips,
    /// What binds: power.
    BindingPower,
    /// The same for text, which needs more contrast.
    BindingPowerText,
    /// Coverage of China's need.
    ChinaCovered,
    /// Compute per dollar.
    PerDollar,
    /// Segment: foreign AI chips.
    SegmentAcceleratorsForeign,
    /// Segment: domestic AI chips.
    SegmentAcceleratorsDomestic,
    /// Segment: dealers.
    SegmentChannel,
    /// Segment: high-bandwidth memory.
    SegmentHbm,
    /// Segment: wafers and packaging.
    SegmentFoundry,
    /// Segment: processors and memory.
    SegmentCpuMemory,
    /// Segment: circuit boards.
    SegmentPcb,
    /// Segment: cooling and rack power.
    SegmentCooling,
    /// Segment: server makers.
    SegmentServers,
    /// Segment: switches.
    SegmentSwitches,
    /// Segment: optical modules.
    SegmentOptics,
    /// Segment: optical chips.
    SegmentOpticalChips,
    /// Segment: electrical chips.
    SegmentElectricalChips,
    /// Segment: buildings and power.
    SegmentFacility,
    /// Segment: sites that have power.
    SegmentSites,
    /// The first scenario of a comparison.
    Scenario1,
    /// The second.
    Scenario2,
    /// The third.
    Scenario3,
    /// The fourth.
    Scenario4,
    /// The fifth.
    Scenario5,
    /// The sixth.
    Scenario6,
}

impl Role {
    /// The colours of the scenarios of a comparison.
    pub const SCENARIOS: [Self; 6] = [
        Self::Scenario1,
        Self::Scenario2,
        Self::Scenario3,
        Self::Scenario4,
        Self::Scenario5,
        Self::Scenario6,
    ];
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The colour of a role.
    pub fn color(self, role: Role) -> Color {
        match self {
            Self::Light => LIGHT[&role],
            Self::Dark => DARK[&role],
        }
    }

    /// The other theme.
    #[must_use]
    pub fn toggled(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

static LIGHT: LazyLock<BTreeMap<Role, Color>> =
    LazyLock::new(|| embedded(include_str!("../assets/theme/light.ron")));
static DARK: LazyLock<BTreeMap<Role, Color>> =
    LazyLock::new(|| embedded(include_str!("../assets/theme/dark.ron")));

/// Parses the colours of a theme.
///
/// # Panics
/// Where the file is broken or lacks a role: a fault of the program itself, which its tests
/// would have shown.
fn embedded(ron_text: &str) -> BTreeMap<Role, Color> {
    let colors: BTreeMap<Role, Color> = match ron::from_str(ron_text) {
        Ok(colors) => colors,
        Err(error) => panic!("a built-in theme is broken: {error}"),
    };
    for role in Role::VARIANTS {
        assert!(colors.contains_key(role), "a built-in theme lacks {role:?}");
    }
    colors
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast ratio of two colours (WCAG 2.2, "contrast ratio").
    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(color: Color) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    fn assert_contrast(role: Role, least: f64) {
        for theme in [Theme::Light, Theme::Dark] {
            for surface in [Role::Bg, Role::Panel, Role::Card] {
                let ratio = contrast(theme.color(role), theme.color(surface));
                assert!(
                    ratio >= least,
                    "{theme:?} {role:?} on {surface:?}: {ratio:.2}"
                );
            }
        }
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        let gray = |level| Color {
            red: level,
            green: level,
            blue: level,
        };
        assert!((contrast(gray(0), gray(255)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn text_is_readable_on_every_surface() {
        use Role::{Accent, Bad, BindingPowerText, Good, Neutral, Text1, Text2, Text3, Warn};
        for role in [
            Text1,
            Text2,
            Text3,
            Accent,
            Good,
            Bad,
            Neutral,
            Warn,
            BindingPowerText,
        ] {
            assert_contrast(role, 4.5);
        }
    }

    #[test]
    fn lines_and_areas_stand_out_on_every_surface() {
        // All but surfaces, edges, and the text roles that are tested above.
        let faint = [
            Role::Bg,
            Role::Panel,
            Role::Card,
            Role::Hover,
            Role::Stroke,
            Role::StrokeStrong,
            Role::Rail,
            Role::Thumb,
            Role::AccentSoft,
            Role::Input,
        ];
        for &role in Role::VARIANTS {
            if !faint.contains(&role) {
                assert_contrast(role, 3.0);
            }
        }
    }
}
